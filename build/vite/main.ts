import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * Bundles the main process and the two programs of the practice floor. The bundles contain everything except Electron
 * and Node, so the packaged application has no node_modules. They are not minified, so that stack traces of users are
 * readable.
 */
export default defineConfig({
  root: fromRoot('main'),
  publicDir: false,
  ssr: { noExternal: true, external: ['electron', 'electron/main', 'electron/common'] },
  build: {
    ssr: true,
    target: 'node20.18',
    minify: false,
    outDir: fromRoot('out/app/main'),
    emptyOutDir: true,
    rolldownOptions: {
      external: [/^electron(\/|$)/],
      input: {
        index: fromRoot('main/index.ts'),
        practice: fromRoot('main/practice/process.ts'),
        'practice-cli': fromRoot('main/practice/cli.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
    },
  },
});
