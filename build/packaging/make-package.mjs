import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { prepareBuild } from '../prepare/app-build.mjs';
import { runThrough } from '../prepare/display.mjs';
import { checkout, outFolder } from '../prepare/paths.mjs';
import { PreparationProblem } from '../prepare/problem.mjs';

/**
 * @typedef {import('./fuses.mjs').BuildKind} BuildKind
 */

/** Variables by which electron-builder is given keys. */
const signingKeys = ['CSC_LINK', 'WIN_CSC_LINK', 'CSC_NAME'];
const licenceFolder = join(outFolder, 'licences');

/** @param {BuildKind} kind */
function packageFolder(kind) {
  return join(outFolder, kind === 'test' ? 'package-test' : 'package');
}

/**
 * Returns the path of the program in the `dir` target on Linux.
 * @param {BuildKind} kind
 */
export function packagedExecutable(kind) {
  return join(packageFolder(kind), 'linux-unpacked', 'sightline');
}

/**
 * Packages out/app with the prepared Electron, and checks that the package contains only the application.
 * @param {import('../commands/prepare.mjs').Prepared} prepared
 * @param {{ kind: BuildKind, targets: readonly string[] }} wanted targets by their electron-builder names
 */
export async function makePackage(prepared, { kind, targets }) {
  await prepareBuild();
  const script = (/** @type {string} */ name) => join(checkout, 'build', 'packaging', name);
  const collected = await runThrough(prepared.nodePath, [
    script('licences.mjs'),
    licenceFolder,
    prepared.electronVersion,
  ]);
  if (collected !== 0)
    throw new PreparationProblem('the licences could not be collected, see above.', 'run npm ci, then the same again.');
  const builder = join(checkout, 'node_modules', 'electron-builder', 'cli.js');
  const settings = [
    `--config.electronDist=${prepared.distPath}`,
    `--config.electronVersion=${prepared.electronVersion}`,
    `--config.directories.output=${packageFolder(kind)}`,
  ];
  const environment = { ...process.env, SIGHTLINE_BUILD_KIND: kind };
  const args = [builder, '--publish', 'never', ...(targets.length > 0 ? targetArguments(targets) : []), ...settings];
  const code = await runThrough(prepared.nodePath, args, { cwd: checkout, environment });
  if (code !== 0) {
    throw new PreparationProblem(
      'electron-builder failed, see above.',
      'the dir target needs no download; others fetch their tools from GitHub.',
    );
  }
  const inspection = await runThrough(prepared.nodePath, [script('inspect-package.mjs'), packageFolder(kind)]);
  if (inspection !== 0)
    throw new PreparationProblem(
      'the package holds what it must not, see above.',
      'see "files" in electron-builder.yml.',
    );
  await addRecords(packageFolder(kind));
  if (!signingKeys.some((name) => (process.env[name] ?? '') !== ''))
    process.stdout.write('  This package is unsigned: none of the signing keys is in the environment.\n');
}

/**
 * Puts the bill of materials next to the installers, and the checksums of all files there.
 * @param {string} folder
 */
async function addRecords(folder) {
  for (const name of await readdir(licenceFolder)) {
    if (name.endsWith('.cdx.json')) await copyFile(join(licenceFolder, name), join(folder, name));
  }
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && !/\.(?:yml|txt)$/.test(entry.name));
  const lines = await Promise.all(
    names.map(async ({ name }) => {
      const hash = createHash('sha256').update(await readFile(join(folder, name)));
      return `${hash.digest('hex')}  ${name}\n`;
    }),
  );
  await writeFile(join(folder, 'SHA256SUMS.txt'), lines.sort().join(''));
}

/** @param {readonly string[]} targets */
function targetArguments(targets) {
  const platform = { darwin: '--mac', win32: '--win' }[/** @type {string} */ (process.platform)] ?? '--linux';
  return [platform, ...targets];
}
