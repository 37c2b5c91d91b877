import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from './paths.mjs';
import { PreparationProblem } from './problem.mjs';
import { showProgress } from './progress.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { hashOf, isStamped, writeStamp } from './stamp.mjs';

const modules = join(checkout, 'node_modules');
const stampPath = join(modules, '.sightline-installed');

/**
 * @typedef {{ version?: string, optional?: boolean, os?: readonly string[], cpu?: readonly string[], dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * Returns a hash of the inputs of node_modules: the lock and the dependency fields of package.json, not its scripts or
 * description.
 * @param {string} packageText
 * @param {string} lockText
 */
export function dependencyStamp(packageText, lockText) {
  const { dependencies, devDependencies, optionalDependencies, overrides, allowScripts } = JSON.parse(packageText);
  return hashOf([
    JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides, allowScripts]),
    lockText,
  ]);
}

/**
 * Returns whether npm's record of the installed packages matches the lock, as after a manual `npm ci`.
 * @param {Lock} lock
 * @param {Lock} installed
 */
export function isSameInstallation(lock, installed) {
  const wanted = Object.entries(lock.packages ?? {}).filter(([path]) => path !== '');
  const present = installed.packages ?? {};
  return (
    wanted.every(([path, entry]) =>
      present[path] ? present[path].version === entry.version : entry.optional === true,
    ) && Object.keys(present).every((path) => lock.packages?.[path] !== undefined)
  );
}

/**
 * @param {string} packageText
 * @param {Lock} lock
 */
export function lockDisagreement(packageText, lock) {
  const manifest = JSON.parse(packageText);
  const locked = lock.packages?.[''] ?? {};
  /** @type {Record<string, string>} */
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
  /** @type {Record<string, string>} */
  const known = { ...locked.dependencies, ...locked.devDependencies };
  return Object.keys({ ...wanted, ...known }).filter((name) => wanted[name] !== known[name]);
}

/**
 * Returns the packages that will be directly in node_modules on this system.
 * @param {Lock} lock
 */
function topLevelPackages(lock) {
  const isForThis = (/** @type {LockedPackage} */ { os, cpu }) =>
    (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
  const entries = Object.entries(lock.packages ?? {});
  return entries.filter(([path, entry]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && isForThis(entry));
}

/** Returns the number of unpacked packages: npm reports no progress without a terminal. */
async function countUnpacked() {
  const entries = await readdir(modules).catch(() => []);
  const scoped = entries.filter((name) => name.startsWith('@'));
  const inScopes = await Promise.all(scoped.map((scope) => readdir(join(modules, scope)).catch(() => [])));
  return entries.filter((name) => !name.startsWith('@') && !name.startsWith('.')).length + inScopes.flat().length;
}

/**
 * Returns npm's output without its usage text, which follows some failures and hides them.
 * @param {string} output
 */
export function withoutUsage(output) {
  const usage = output.search(/^npm error Clean install a project/m);
  return usage < 0 ? output : output.slice(0, usage);
}

/**
 * Returns whether `npm ci` failed only because optional packages for other systems are in neither the lock nor the
 * registry. A partial mirror of npm lacks them, so a lock made there never satisfies `npm ci`.
 * @param {string} output
 */
export function lacksOnlyUnobtainable(output) {
  const complaints = output.match(/^npm error (Missing|Invalid): .*$/gm) ?? [];
  return complaints.length > 0 && complaints.every((line) => /^npm error Missing: \S+@ from lock file$/.test(line));
}

/**
 * @param {string} title
 * @param {number} total
 * @param {readonly string[]} command
 */
function runNpm(title, total, command) {
  const work = async (/** @type {(position: string) => void} */ moveTo) => {
    const timer = setInterval(() => {
      void countUnpacked().then((count) => moveTo(`${Math.min(count, total)} of ${total}`));
    }, 1_000);
    return runCommand('npm', [...command, '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: checkout,
      environment: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
      shell: process.platform === 'win32',
    }).finally(() => clearInterval(timer));
  };
  return showProgress(title, work, ({ code }) => (code === 0 ? 'done' : 'refused'));
}

/** @param {Lock} lock */
async function install(lock) {
  const total = topLevelPackages(lock).length;
  let ended = await runNpm(`Installing the dependencies (npm ci, ${total} packages)`, total, ['ci']);
  if (ended.code !== 0 && lacksOnlyUnobtainable(ended.output)) {
    const title =
      'npm ci misses packages for other systems that this registry does not have; installing what is locked';
    ended = await runNpm(title, total, ['install', '--no-save']);
  }
  if (ended.code === 0) return;
  throw new PreparationProblem(
    `the dependencies could not be installed:\n${lastLines(withoutUsage(ended.output))}`,
    'see that npm reaches its registry (npm ping; npm config get registry) and that the disk has 2 GB free, then run the same command again.',
  );
}

/**
 * Reads npm's record in node_modules.
 * @returns {Promise<Lock>}
 */
function readInstalled() {
  return readFile(join(modules, '.package-lock.json'), 'utf8').then(JSON.parse, () => ({}));
}

/** Installs what the lock requires; does nothing if node_modules already matches it. */
export async function prepareDependencies() {
  const packageText = await readFile(join(checkout, 'package.json'), 'utf8');
  const lockText = await readFile(join(checkout, 'package-lock.json'), 'utf8');
  const stamp = dependencyStamp(packageText, lockText);
  if (await isStamped(stampPath, stamp)) return;
  const lock = /** @type {Lock} */ (JSON.parse(lockText));
  const apart = lockDisagreement(packageText, lock);
  if (apart.length > 0) {
    throw new PreparationProblem(
      `package.json and package-lock.json disagree about ${apart.slice(0, 5).join(', ')}${apart.length > 5 ? ' and others' : ''}.`,
      'run "npm install --package-lock-only" and commit package-lock.json, or restore both files from git.',
    );
  }
  if (!isSameInstallation(lock, await readInstalled())) {
    await install(lock);
    if (!isSameInstallation(lock, await readInstalled())) {
      throw new PreparationProblem(
        'npm installed something else than package-lock.json says.',
        'restore package-lock.json from git, remove node_modules and run the same command again.',
      );
    }
  }
  await writeStamp(stampPath, stamp);
}
