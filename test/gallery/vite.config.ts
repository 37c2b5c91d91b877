import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { rendererPlugins } from '../../build/vite/renderer-plugins.ts';

/** The page of `npm run gallery`: the real components on a fake main, in any browser. */
export default defineConfig({
  root: fileURLToPath(new URL('../', import.meta.url)),
  plugins: rendererPlugins(),
  server: {
    host: '127.0.0.1',
    open: process.argv.includes('--no-open') ? false : '/gallery/index.html',
    fs: { allow: [fileURLToPath(new URL('../../', import.meta.url))] },
  },
});
