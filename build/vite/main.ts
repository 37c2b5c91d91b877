import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * The main process and the practice floor's two programs. Everything but Electron and Node itself goes into the bundle,
 * so the packaged application carries no node_modules. Nothing is minified: a stack trace from a user must be readable.
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
