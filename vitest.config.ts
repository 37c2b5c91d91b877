import { defineConfig } from 'vitest/config';
import { filesOf } from './build/test-run/projects.mjs';
import { rendererPlugins } from './build/vite/renderer-plugins.ts';

const sayWithoutSandbox = './test/support/electron/say-without-sandbox.ts';
const propertySeed = './test/support/property-seed.ts';

/** No test is about the speed of the machine: the limit only ends what hangs. */
const testTimeout = 60_000;

/** One project per kind of test, so that each can be run alone: `vitest run --project unit`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          ...filesOf('unit'),
          environment: 'node',
          testTimeout,
          setupFiles: [propertySeed],
        },
      },
      {
        plugins: rendererPlugins(),
        test: {
          name: 'renderer',
          ...filesOf('renderer'),
          environment: 'happy-dom',
          testTimeout,
          restoreMocks: true,
          setupFiles: [propertySeed],
        },
      },
      {
        plugins: rendererPlugins(),
        test: {
          name: 'silence',
          ...filesOf('silence'),
          environment: 'happy-dom',
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'contract',
          ...filesOf('contract'),
          environment: 'node',
          testTimeout,
          setupFiles: [propertySeed],
        },
      },
      { test: { name: 'integration', ...filesOf('integration'), environment: 'node', testTimeout } },
      {
        test: {
          name: 'faults',
          ...filesOf('faults'),
          environment: 'node',
          globalSetup: [sayWithoutSandbox],
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'attention',
          ...filesOf('attention'),
          environment: 'node',
          globalSetup: [sayWithoutSandbox],
          fileParallelism: false,
        },
      },
      { test: { name: 'installers', ...filesOf('installers'), environment: 'node', fileParallelism: false } },
      {
        test: {
          name: 'e2e',
          ...filesOf('e2e'),
          environment: 'node',
          globalSetup: [sayWithoutSandbox],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
