import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from './paths.mjs';

/** What Vite bundles, in the order of the build. */
export const parts = /** @type {const} */ (['main', 'preload', 'renderer']);

/** @param {(typeof parts)[number]} part */
export const viteConfigOf = (part) => join(checkout, 'build', 'vite', `${part}.ts`);

/**
 * Empties the folder of an application and puts in what no bundle holds: its manifest and its icons.
 * @param {string} folder
 */
export async function makeAppFolder(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(checkout, 'build', 'icons'), join(folder, 'icons'), {
    recursive: true,
    filter: (source) => !/(\.mjs|package\.json|[\\/](source|app))$/.test(source),
  });
  await writeManifest(folder);
}

/**
 * Writes the manifest of the application. It has no dependencies, because the bundles contain them.
 * @param {string} folder
 */
async function writeManifest(folder) {
  const { name, productName, desktopName, version, description, license, author } = JSON.parse(
    await readFile(join(checkout, 'package.json'), 'utf8'),
  );
  const about = { name, productName, desktopName, version, description, license, author };
  const manifest = { ...about, type: 'module', main: 'main/index.js' };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
