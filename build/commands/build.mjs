/**
 * Builds the application into out/app. Electron opens this folder, and packaging uses it unchanged. Usage: node
 * build/commands/build.mjs (with the Node of node_modules/.bin, which Vite needs)
 */
import { build } from 'vite';
import { makeAppFolder, parts, viteConfigOf } from '../prepare/app-folder.mjs';
import { builtApp } from '../prepare/paths.mjs';

// Vite warns that it bundles its config files first. It has to, because our imports have no file extensions.
process.env['VITE_CONFIG_NATIVE_IGNORE_WARNING'] = 'true';

await makeAppFolder(builtApp);
for (const part of parts) await build({ configFile: viteConfigOf(part), logLevel: 'warn' });
