import { lookup } from 'node:dns/promises';
import { readFile, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { cacheFolder, checkout, toolNode } from './paths.mjs';
import { showProgress } from './progress.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { isStamped, writeStamp } from './stamp.mjs';

/**
 * Downloads the pinned Electron with its own installer, so that its cache, checksums and environment variables
 * (ELECTRON_MIRROR, proxies) work as documented. This file only adds a quick check that the download is possible.
 */

const electronPackage = join(checkout, 'node_modules', 'electron');
const answerWithinMs = 4_000;
const unreachableStamp = 'official-electron-unreachable';
const remembersForMs = 12 * 60 * 60 * 1000;

/** @returns {Promise<string>} the pinned version */
export async function pinnedVersion() {
  return JSON.parse(await readFile(join(electronPackage, 'package.json'), 'utf8')).version;
}

/**
 * Returns the executable that Electron's installer downloaded, if it is the pinned version.
 * @param {string} version
 * @returns {Promise<string | null>}
 */
async function installedExecutable(version) {
  try {
    const installed = (await readFile(join(electronPackage, 'dist', 'version'), 'utf8')).trim().replace(/^v/, '');
    const executable = join(
      electronPackage,
      'dist',
      (await readFile(join(electronPackage, 'path.txt'), 'utf8')).trim(),
    );
    await stat(executable);
    return installed === version ? executable : null;
  } catch {
    return null;
  }
}

/**
 * Returns the source of the download, in the order of precedence of @electron/get.
 * @param {NodeJS.ProcessEnv} environment
 */
export function downloadHost(environment) {
  const mirror =
    environment['npm_config_electron_mirror'] ??
    environment['ELECTRON_MIRROR'] ??
    'https://github.com/electron/electron/';
  return URL.canParse(mirror) ? new URL(mirror) : new URL('https://github.com/');
}

/**
 * Returns why the host cannot be reached, or `null`. With a proxy only the installer can find out.
 * @param {URL} host
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<string | null>}
 */
async function whyUnreachable(host, environment) {
  if (environment['HTTPS_PROXY'] || environment['https_proxy'] || environment['GLOBAL_AGENT_HTTPS_PROXY']) return null;
  const late = new Promise((resolve) => setTimeout(() => resolve('no answer'), answerWithinMs).unref());
  const reached = lookup(host.hostname).then(
    ({ address }) =>
      new Promise((resolve) => {
        const port = Number(host.port) || (host.protocol === 'http:' ? 80 : 443);
        const socket = connect({ host: address, port, timeout: answerWithinMs });
        const settle = (/** @type {string | null} */ outcome) => {
          socket.destroy();
          resolve(outcome);
        };
        socket.on('connect', () => settle(null));
        socket.on('timeout', () => settle('no answer'));
        socket.on('error', (failure) => settle(failure.message));
      }),
    () => 'its name is not known on this network',
  );
  const reason = await Promise.race([reached, late]);
  return reason === null ? null : `${host.hostname} cannot be reached: ${String(reason)}`;
}

/**
 * A failure is remembered for an hour, so that not every start waits for the network; another version is tried at once.
 */
async function wasUnreachable(/** @type {string} */ version) {
  const path = join(cacheFolder(), unreachableStamp);
  const since = await stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => Infinity,
  );
  return since < remembersForMs && (await isStamped(path, version));
}

/**
 * @typedef {{ executable: string } | { reason: string }} Outcome the pinned Electron, or why it is not available
 * @returns {Promise<Outcome>}
 */
export async function findOfficial() {
  const version = await pinnedVersion();
  const present = await installedExecutable(version);
  if (present !== null) return { executable: present };
  const host = downloadHost(process.env);
  if (await wasUnreachable(version)) return { reason: `${host.hostname} could not be reached earlier` };
  const reason = (await whyUnreachable(host, process.env)) ?? (await download(version));
  if (reason !== null) {
    await writeStamp(join(cacheFolder(), unreachableStamp), version);
    return { reason };
  }
  const executable = await installedExecutable(version);
  return executable === null ? { reason: 'its installer left no executable' } : { executable };
}

/**
 * @param {string} version
 * @returns {Promise<string | null>} the reason of the failure, or `null`
 */
async function download(version) {
  const { ELECTRON_SKIP_BINARY_DOWNLOAD: _skip, ...environment } = process.env;
  const script = join(electronPackage, 'install.js');
  try {
    await showProgress(`Downloading Electron ${version} (about 120 MB)`, async () => {
      const ended = await runCommand(toolNode, [script], { cwd: dirname(script), environment });
      if (ended.code !== 0) throw new Error(lastLines(ended.output, 3));
    });
    return null;
  } catch (failure) {
    return `the download failed: ${failure instanceof Error ? failure.message : String(failure)}`;
  }
}
