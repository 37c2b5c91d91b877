/**
 * @typedef {object} StepOutcome
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} seconds
 * @property {string} [reason] why it failed although no single test did
 */

/**
 * What a vitest run came to. A file that could not be loaded, an error outside any test and a run of nothing at all are
 * failures too, though vitest counts no failed test for them.
 * @param {any} report vitest's JSON report, or null when it wrote none
 * @param {number} exitCode
 * @param {{ mayBeEmpty: boolean }} expected
 * @returns {{ passed: number, failed: number, reason?: string }}
 */
export function countTests(report, exitCode, expected) {
  if (report === null) return { passed: 0, failed: 1, reason: `no report was written (exit code ${exitCode})` };
  /** @type {{ status: string, assertionResults: readonly unknown[] }[]} */
  const files = report.testResults ?? [];
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const passed = Number(report.numPassedTests);
  const failed = Number(report.numFailedTests) + broken;
  if (passed + failed === 0 && !expected.mayBeEmpty) return { passed, failed: 1, reason: 'no test ran' };
  if (failed === 0 && exitCode !== 0) {
    return { passed, failed: 1, reason: `an error outside any test (exit code ${exitCode})` };
  }
  return { passed, failed };
}

/** @param {readonly StepOutcome[]} outcomes */
export function sumOf(outcomes) {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  return { passed, failed };
}

/**
 * The last line of a run. A run that proved nothing has not passed.
 * @param {readonly StepOutcome[]} outcomes
 */
export function closingLine(outcomes) {
  const { passed, failed } = sumOf(outcomes);
  return `${passed} passed, ${passed + failed === 0 ? 1 : failed} failed`;
}
