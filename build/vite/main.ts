import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { outsideBlocks } from '../../main/ui-strings/outside-blocks';
import { onlyBlocks } from './catalogue-blocks';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * Bundles the main process and the two programs of the practice floor. The bundles contain everything except Electron
 * and Node, so the packaged application has no node_modules. They are small, because they are compiled at every start, and
 * ASCII, because a single other letter makes V8 keep the whole source in two bytes a letter. Functions and classes keep
 * their names, so that stack traces of users are readable; positions are in the source maps, which are not packaged.
 */
export default defineConfig({
  root: fromRoot('main'),
  publicDir: false,
  plugins: [onlyBlocks(outsideBlocks)],
  // Their ES modules call a namespace, which only a CommonJS module allows.
  resolve: {
    alias: {
      'hunspell-asm': 'hunspell-asm/dist/cjs/index.js',
      'emscripten-wasm-loader': 'emscripten-wasm-loader/dist/cjs/index.js',
    },
  },
  ssr: { noExternal: true, external: ['electron', 'electron/main', 'electron/common'] },
  build: {
    ssr: true,
    target: 'node20.18',
    minify: true,
    sourcemap: 'hidden',
    outDir: fromRoot('out/app/main'),
    emptyOutDir: true,
    rolldownOptions: {
      external: [/^electron(\/|$)/],
      input: {
        index: fromRoot('main/index.ts'),
        practice: fromRoot('main/practice/process.ts'),
        spelling: fromRoot('main/spelling/process.ts'),
        'practice-cli': fromRoot('main/practice/cli.ts'),
      },
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'shared/[name]-[hash].js',
        charset: 'ascii',
        minify: { compress: true, mangle: { keepNames: { function: true, class: true } }, codegen: true },
      },
    },
  },
});
