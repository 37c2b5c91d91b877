import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const checkout = resolve(fileURLToPath(new URL('../../', import.meta.url)));

/** All generated files. */
export const outFolder = join(checkout, 'out');

/** The built application, which Electron opens and which is packaged. */
export const builtApp = join(outFolder, 'app');

/**
 * The program of the dev dependency `node`. On Windows `.bin/node` is a command script, which only a shell can start.
 * @param {NodeJS.Platform} platform
 */
export function nodeOfPackage(platform) {
  return join(checkout, 'node_modules', 'node', 'bin', platform === 'win32' ? 'node.exe' : 'node');
}

/** The Node of the tools, a dev dependency; the Node of the system only starts the preparation. */
export const toolNode = nodeOfPackage(process.platform);

/**
 * Returns the cache folder of runtimes, shared by all checkouts.
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function cacheFolder(environment = process.env) {
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'sightline');
}
