import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { rendererPlugins } from '../../../build/vite/renderer-plugins';

const root = fileURLToPath(new URL('../../../renderer/', import.meta.url));
const outDir = fileURLToPath(new URL('../../../out/faults/typist/page/', import.meta.url));
const file = `${outDir}page.js`;

/** Bundles the renderer into one script that a page can run repeatedly. Done once per run, before the cases. */
export async function buildPage(): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: rendererPlugins(),
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'esnext',
      lib: { entry: `${root}main.ts`, formats: ['iife'], name: 'page', fileName: () => 'page.js' },
    },
  });
}

export function readPage(): Promise<string> {
  return readFile(file, 'utf8');
}
