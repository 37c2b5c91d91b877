import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from './paths.mjs';

/** What Vite bundles, in the order of the build. */
export const parts = /** @type {const} */ (['main', 'preload', 'renderer']);

/** Names of the dictionaries in `preload/contract/spelling.ts`; a package of npm holds each. */
export const dictionaries = ['en', 'en-gb', 'de'];

/** @param {(typeof parts)[number]} part */
export const viteConfigOf = (part) => join(checkout, 'build', 'vite', `${part}.ts`);

/**
 * Empties the folder of an application and puts in what no bundle holds: its manifest, its icons and
 * its dictionaries.
 * @param {string} folder
 */
export async function makeAppFolder(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(checkout, 'build', 'icons'), join(folder, 'icons'), {
    recursive: true,
    filter: (source) => !/(\.mjs|package\.json|[\\/](source|app))$/.test(source),
  });
  for (const name of dictionaries)
    await cp(join(checkout, 'node_modules', `dictionary-${name}`), join(folder, 'dictionaries', name), {
      recursive: true,
      filter: (source) => !/(\.js|\.ts|\.json|\.md)$/.test(source),
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
