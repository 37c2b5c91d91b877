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
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * What decides about node_modules: the lock and the dependency fields of package.json, not its scripts or description.
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
 * Whether npm's own record of what it installed agrees with the lock. Someone who ran `npm ci` by hand need not wait again.
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
  const locked = /** @type {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} */ (
    lock.packages?.[''] ?? {}
  );
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
  const known = { ...locked.dependencies, ...locked.devDependencies };
  return Object.keys({ ...wanted, ...known }).filter((name) => wanted[name] !== known[name]);
}

/** @param {Lock} lock */
function topLevelPackages(lock) {
  return Object.keys(lock.packages ?? {}).filter((path) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path));
}

/** How many packages are unpacked already: npm itself tells nothing when it is not on a terminal. */
async function countUnpacked() {
  const entries = await readdir(modules).catch(() => []);
  const scoped = entries.filter((name) => name.startsWith('@'));
  const inScopes = await Promise.all(scoped.map((scope) => readdir(join(modules, scope)).catch(() => [])));
  return entries.filter((name) => !name.startsWith('@') && !name.startsWith('.')).length + inScopes.flat().length;
}

/** @param {Lock} lock */
async function install(lock) {
  const total = topLevelPackages(lock).length;
  await showProgress(`Installing the dependencies (npm ci, ${total} packages)`, async (moveTo) => {
    const timer = setInterval(() => {
      void countUnpacked().then((count) => moveTo(`${Math.min(count, total)} of ${total}`));
    }, 1_000);
    const ended = await runCommand('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: checkout,
      environment: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
      shell: process.platform === 'win32',
    }).finally(() => clearInterval(timer));
    if (ended.code === 0) return;
    throw new PreparationProblem(
      `npm ci failed:\n${lastLines(ended.output)}`,
      'see that npm reaches its registry (npm ping; npm config get registry) and that the disk has 2 GB free, then run the same command again.',
    );
  });
}

/** Makes node_modules be what the lock says; does nothing when it is already so. */
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
  const installed = await readFile(join(modules, '.package-lock.json'), 'utf8').then(JSON.parse, () => ({}));
  if (!isSameInstallation(lock, installed)) await install(lock);
  await writeStamp(stampPath, stamp);
}
