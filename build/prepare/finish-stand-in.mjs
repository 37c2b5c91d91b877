/**
 * Last step of building the stand-in runtime. It runs in its own process, because @electron/fuses needs the Node of the
 * tools. Sets the fuses of `<folder>/electron` and writes `<folder>/resources/default_app.asar`. Usage: node
 * finish-stand-in.mjs <folder>
 */
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { standInFuses } from './stand-in-recipe.mjs';

const folder = process.argv[2];
if (folder === undefined) throw new Error('the folder of the runtime is the only argument');

await flipFuses(join(folder, 'electron'), {
  version: FuseVersion.V1,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: standInFuses.LoadBrowserProcessSpecificV8Snapshot,
  [FuseV1Options.EnableNodeCliInspectArguments]: standInFuses.EnableNodeCliInspectArguments,
});

const staging = join(folder, 'default-app');
await mkdir(staging);
await copyFile(fileURLToPath(new URL('default-app.mjs', import.meta.url)), join(staging, 'main.mjs'));
await writeFile(
  join(staging, 'package.json'),
  JSON.stringify({ name: 'electron-default', type: 'module', main: 'main.mjs' }),
);
await createPackage(staging, join(folder, 'resources', 'default_app.asar'));
await rm(staging, { recursive: true });
