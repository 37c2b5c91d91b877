/**
 * Builds the application into out/app. Electron opens this folder, and packaging uses it unchanged. Usage: node
 * build/commands/build.mjs (with the Node of node_modules/.bin, which Vite needs)
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { builtApp, checkout } from '../prepare/paths.mjs';

const parts = /** @type {const} */ (['main', 'preload', 'renderer']);

/** Writes the manifest of the packaged application. It has no dependencies, because the bundles contain them. */
async function writeManifest() {
  const { name, productName, version, description, license, author } = JSON.parse(
    await readFile(join(checkout, 'package.json'), 'utf8'),
  );
  const manifest = { name, productName, version, description, license, author, type: 'module', main: 'main/index.js' };
  await writeFile(join(builtApp, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

// Vite warns that it bundles its config files first. It has to, because our imports have no file extensions.
process.env['VITE_CONFIG_NATIVE_IGNORE_WARNING'] = 'true';

await rm(builtApp, { recursive: true, force: true });
await mkdir(builtApp, { recursive: true });
for (const part of parts) await build({ configFile: join(checkout, 'build', 'vite', `${part}.ts`), logLevel: 'warn' });
await cp(join(checkout, 'build', 'icons'), join(builtApp, 'icons'), {
  recursive: true,
  filter: (source) => !/(\.mjs|package\.json|[\\/](source|app))$/.test(source),
});
await writeManifest();
