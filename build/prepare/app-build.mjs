import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtApp, checkout, outFolder, toolNode } from './paths.mjs';
import { PreparationProblem } from './problem.mjs';
import { showProgress } from './progress.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { hashOfPaths, isStamped, writeStamp } from './stamp.mjs';

const stampPath = join(outFolder, '.built-from');
const sources = [
  ...['main', 'preload', 'renderer', 'build/vite', 'build/icons'],
  ...['package.json', 'package-lock.json', 'build/commands/build.mjs', 'build/prepare/app-folder.mjs'],
];

/** Inputs of the build. They are compared by content, so a new clone or a new time stamp alone causes no build. */
const stampOfSources = () => hashOfPaths(sources, (file) => !/\.(test\.ts|md)$/.test(file));

/** Builds out/app if a source changed since the last build. */
export async function prepareBuild() {
  const stamp = await stampOfSources();
  const isThere = await readFile(join(builtApp, 'package.json')).then(
    () => true,
    () => false,
  );
  if (isThere && (await isStamped(stampPath, stamp))) return;
  await showProgress('Building the application', async () => {
    const ended = await runCommand(toolNode, [join(checkout, 'build', 'commands', 'build.mjs')], { cwd: checkout });
    if (ended.code === 0) return;
    throw new PreparationProblem(
      `the build failed:\n${lastLines(ended.output, 40)}`,
      'mend what it names, then run the same command again.',
    );
  });
  await writeStamp(stampPath, stamp);
}
