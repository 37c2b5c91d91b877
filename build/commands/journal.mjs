/** `npm run journal -- verify FOLDER`: checks a journal, in Node, without a window. */
import { join } from 'node:path';
import { prepareDependencies } from '../prepare/dependencies.mjs';
import { runThrough } from '../prepare/display.mjs';
import { requireNode } from '../prepare/node-version.mjs';
import { checkout, toolNode } from '../prepare/paths.mjs';
import { reportProblem } from '../prepare/problem.mjs';

try {
  requireNode();
  await prepareDependencies();
  const command = [
    '--import',
    import.meta.resolve('tsx'),
    join(checkout, 'main/journal/cli.ts'),
    ...process.argv.slice(2),
  ];
  process.exitCode = await runThrough(toolNode, command);
} catch (failure) {
  reportProblem(failure);
  process.exitCode = 1;
}
