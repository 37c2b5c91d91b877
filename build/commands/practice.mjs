/**
 * `npm run practice -- --port 8090 --agents 40`: runs the practice floor alone, in Node, without a window. With `--sso` it
 * stands behind an identity provider, whose libraries are no part of the program.
 */
import { join } from 'node:path';
import { prepareWithoutElectron } from './prepare.mjs';
import { runThrough } from '../prepare/display.mjs';
import { builtApp } from '../prepare/paths.mjs';
import { reportProblem } from '../prepare/problem.mjs';
import { runInNode } from '../run/run-script.mjs';

if (process.argv.includes('--sso')) await runInNode('test/support/single-sign-on/cli.ts');
else await runAlone();

async function runAlone() {
  try {
    const { nodePath } = await prepareWithoutElectron();
    process.exitCode = await runThrough(nodePath, [
      join(builtApp, 'main', 'practice-cli.js'),
      ...process.argv.slice(2),
    ]);
  } catch (failure) {
    reportProblem(failure);
    process.exitCode = 1;
  }
}
