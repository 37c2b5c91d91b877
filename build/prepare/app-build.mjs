import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { builtApp, checkout, outFolder, toolNode } from './paths.mjs';
import { PreparationProblem } from './problem.mjs';
import { showProgress } from './progress.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { hashOf, isStamped, writeStamp } from './stamp.mjs';

const stampPath = join(outFolder, '.built-from');
const sourceFolders = ['main', 'preload', 'renderer', 'build/vite', 'build/icons'];
const sourceFiles = ['package.json', 'package-lock.json', 'build/build.mjs'];

/** @param {string} folder */
async function filesUnder(folder) {
  const entries = await readdir(join(checkout, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !/\.(test\.ts|md)$/.test(entry.name))
    .map((entry) => relative(checkout, join(entry.parentPath, entry.name)));
}

/** What the build follows from, by content: a fresh clone or a touched file alone builds nothing again. */
async function stampOfSources() {
  const files = [...(await Promise.all(sourceFolders.map(filesUnder))).flat(), ...sourceFiles].sort();
  const contents = await Promise.all(files.map((file) => readFile(join(checkout, file))));
  return hashOf(files.flatMap((file, index) => [file, contents[index] ?? '']));
}

/** Builds out/app when a source changed since it was built. */
export async function prepareBuild() {
  const stamp = await stampOfSources();
  const isThere = await readFile(join(builtApp, 'package.json')).then(
    () => true,
    () => false,
  );
  if (isThere && (await isStamped(stampPath, stamp))) return;
  await showProgress('Building the application', async () => {
    const ended = await runCommand(toolNode, [join(checkout, 'build', 'build.mjs')], { cwd: checkout });
    if (ended.code === 0) return;
    throw new PreparationProblem(
      `the build failed:\n${lastLines(ended.output, 40)}`,
      'mend what it names, then run the same command again.',
    );
  });
  await writeStamp(stampPath, stamp);
}
