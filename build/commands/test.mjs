/**
 * `npm test`: prepares, runs all checks and tests, and ends with one line "N passed, N failed". `npm test -- --only
 * unit,lint` runs some steps; `npm test -- ledger` runs the tests in files of that name.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { prepare, prepareTools } from './prepare.mjs';
import { prepareShortDesktop } from '../prepare/desktop-programs.mjs';
import { prepareInstallerPrograms } from '../prepare/installer-programs.mjs';
import { prepareLimitingProxies } from '../prepare/limiting-proxies.mjs';
import { prepareNetworkPrograms } from '../prepare/network-programs.mjs';
import { checkout } from '../prepare/paths.mjs';
import { reportProblem } from '../prepare/problem.mjs';

/** @returns {Promise<readonly string[]>} paths from the checkout, with slashes */
async function testFiles() {
  const names = await readdir(join(checkout, 'test'), { recursive: true });
  return names.filter((name) => name.endsWith('.test.ts')).map((name) => `test/${name.replaceAll('\\', '/')}`);
}

/** @param {unknown} failure */
function endUnprepared(failure) {
  reportProblem(failure);
  process.stdout.write('\n0 passed, 1 failed\n');
  process.exitCode = 1;
}

try {
  const { steps } = await import('../test-run/steps.mjs');
  const { chooseSteps, readSelection } = await import('../test-run/selection.mjs');
  const { closeRun, runSteps } = await import('../test-run/run-steps.mjs');
  const selection = readSelection(
    process.argv.slice(2),
    steps.map(({ name }) => name),
  );
  const chosen = chooseSteps(steps, selection, await testFiles());
  const electron = chosen.steps.some(({ needsElectron }) => needsElectron) ? await prepare({ build: false }) : null;
  const { nodePath } = electron ?? (await prepareTools());
  if (chosen.steps.some(({ name }) => name === 'faults')) await prepareLimitingProxies();
  if (chosen.steps.some(({ name }) => name === 'e2e')) await prepareNetworkPrograms();
  if (chosen.steps.some(({ name }) => name === 'attention')) await prepareShortDesktop();
  if (chosen.steps.some(({ name }) => name === 'installers')) await prepareInstallerPrograms();
  const isWhole = selection.only.length === 0 && selection.filters.length === 0;
  process.exitCode = await closeRun(await runSteps(chosen.steps, { nodePath, electron, files: chosen.files, isWhole }));
} catch (failure) {
  endUnprepared(failure);
}
