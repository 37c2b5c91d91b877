/**
 * Builds the application into out/app, a folder that Electron opens and that is packaged as it is.
 * Usage: node build/commands/build.mjs (with the Node of node_modules/.bin, which Vite needs)
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { builtApp, checkout } from '../prepare/paths.mjs';

const parts = /** @type {const} */ (['main', 'preload', 'renderer']);

/** The packaged application's own manifest: it has no dependencies, since all are in the bundles. */
async function writeManifest() {
  const { name, productName, version, description, license, author } = JSON.parse(
    await readFile(join(checkout, 'package.json'), 'utf8'),
  );
  const manifest = { name, productName, version, description, license, author, type: 'module', main: 'main/index.js' };
  await writeFile(join(builtApp, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

// Vite would rather load these files without bundling them first, which our imports without extensions do not allow.
process.env['VITE_CONFIG_NATIVE_IGNORE_WARNING'] = 'true';

await rm(builtApp, { recursive: true, force: true });
await mkdir(builtApp, { recursive: true });
for (const part of parts) await build({ configFile: join(checkout, 'build', 'vite', `${part}.ts`), logLevel: 'warn' });
await cp(join(checkout, 'build', 'icons'), join(builtApp, 'icons'), {
  recursive: true,
  filter: (source) => !/(\.mjs|package\.json|[\\/](source|app))$/.test(source),
});
await writeManifest();
