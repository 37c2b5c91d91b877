import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { rendererPlugins } from './renderer-plugins';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The window's page. The content security policy allows files of our own scheme only: so nothing inline, no data: URLs. */
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
  },
});
