/**
 * `npm test`: prepares, then runs every check and every kind of test and ends with one line "N passed, N failed".
 * `npm test -- --only unit,lint` runs some steps; `npm test -- ledger` runs the tests in files of that name.
 */
import { prepare } from './prepare.mjs';
import { prepareLimitingProxies } from './prepare/limiting-proxies.mjs';
import { reportProblem } from './prepare/problem.mjs';

/** @param {unknown} failure */
function endUnprepared(failure) {
  reportProblem(failure);
  process.stdout.write('\n0 passed, 1 failed\n');
  process.exitCode = 1;
}

try {
  const { steps } = await import('./test-run/steps.mjs');
  const { readSelection } = await import('./test-run/selection.mjs');
  const { closeRun, runSteps } = await import('./test-run/run-steps.mjs');
  const { only, filters } = readSelection(
    process.argv.slice(2),
    steps.map(({ name }) => name),
  );
  const chosen = steps.filter((step) =>
    only.length === 0 ? filters.length === 0 || step.takesFilters : only.includes(step.name),
  );
  const prepared = await prepare({ build: false });
  if (chosen.some(({ name }) => name === 'faults')) await prepareLimitingProxies();
  process.exitCode = await closeRun(await runSteps(chosen, { prepared, filters }));
} catch (failure) {
  endUnprepared(failure);
}
