import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { rendererPlugins } from './renderer-plugins';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * The page of the window. Its content security policy allows only files of our scheme, so nothing is inlined as a
 * `data:` URL. The script is ASCII, because a single other letter makes V8 keep all of it in two bytes a letter.
 */
export default defineConfig({
  root: fromRoot('renderer'),
  publicDir: false,
  base: './',
  plugins: rendererPlugins(),
  build: {
    target: 'chrome130',
    outDir: fromRoot('out/app/renderer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { output: { charset: 'ascii' } },
  },
});
