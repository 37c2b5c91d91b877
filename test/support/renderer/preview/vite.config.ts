import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { rendererPlugins } from '../../../../build/vite/renderer-plugins.ts';

/** The real renderer on a fake bridge, in any browser: to look at screens without a server. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: rendererPlugins(),
  server: { fs: { allow: [fileURLToPath(new URL('../../../../', import.meta.url))] } },
});
