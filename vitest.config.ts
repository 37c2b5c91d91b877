import { defineConfig } from 'vitest/config';
import { rendererPlugins } from './build/vite/renderer-plugins.ts';

const propertySeed = './test/support/property-seed.ts';

/** One project per kind of test, so that each can be run alone: `vitest run --project unit`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'test/unit/{base,build,diagnostics,electron,floor,gws,ipc,main,notifications,practice,preload,settings}/**/*.test.ts',
          ],
          environment: 'node',
          setupFiles: [propertySeed],
        },
      },
      {
        plugins: rendererPlugins(),
        test: {
          name: 'renderer',
          include: ['test/unit/renderer/**/*.test.ts'],
          environment: 'happy-dom',
          setupFiles: [propertySeed],
        },
      },
      {
        plugins: rendererPlugins(),
        test: {
          name: 'silence',
          include: ['test/silence/**/*.test.ts'],
          environment: 'happy-dom',
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          environment: 'node',
          setupFiles: [propertySeed],
        },
      },
      { test: { name: 'integration', include: ['test/integration/**/*.test.ts'], environment: 'node' } },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
