import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** One CommonJS file: a sandboxed preload script can neither import modules nor require our files. */
export default defineConfig({
  root: fromRoot('preload'),
  publicDir: false,
  build: {
    target: 'chrome130',
    minify: false,
    outDir: fromRoot('out/app/preload'),
    emptyOutDir: true,
    lib: { entry: fromRoot('preload/index.ts'), formats: ['cjs'], fileName: () => 'index.cjs' },
    rolldownOptions: { external: [/^electron(\/|$)/], output: { codeSplitting: false } },
  },
});
