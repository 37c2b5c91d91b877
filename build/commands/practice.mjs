/** `npm run practice -- --port 8090 --agents 40`: runs the practice floor alone, in Node, without a window. */
import { join } from 'node:path';
import { prepareWithoutElectron } from './prepare.mjs';
import { runThrough } from '../prepare/display.mjs';
import { builtApp } from '../prepare/paths.mjs';
import { reportProblem } from '../prepare/problem.mjs';

try {
  const { nodePath } = await prepareWithoutElectron();
  process.exitCode = await runThrough(nodePath, [join(builtApp, 'main', 'practice-cli.js'), ...process.argv.slice(2)]);
} catch (failure) {
  reportProblem(failure);
  process.exitCode = 1;
}
