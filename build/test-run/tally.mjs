import { relative } from 'node:path';

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {string} [reason] why it failed without a failed test
 * @property {readonly string[]} [notes] the tests that failed, or passed only on repetition
 */

/** @typedef {Count & { name: string, seconds: number }} StepOutcome */

/**
 * @typedef {object} ProjectRun
 * @property {any} report vitest's JSON report, or `null` if there is none
 * @property {Count} count
 */

/**
 * Returns the result of a vitest run. A file that cannot be loaded, an error outside tests, and a run without tests are
 * failures too, although vitest counts no failed test for them.
 * @param {any} report vitest's JSON report, or `null` if there is none
 * @param {number} exitCode
 * @returns {Count}
 */
export function countTests(report, exitCode) {
  if (report === null) return { passed: 0, failed: 1, reason: `no report was written (exit code ${exitCode})` };
  /** @type {{ status: string, assertionResults: readonly unknown[] }[]} */
  const files = report.testResults ?? [];
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const passed = Number(report.numPassedTests);
  const failed = Number(report.numFailedTests) + broken;
  if (passed + failed === 0) return { passed, failed: 1, reason: 'no test ran' };
  if (failed === 0 && exitCode !== 0) {
    return { passed, failed: 1, reason: `an error outside any test (exit code ${exitCode})` };
  }
  return failed === 0 ? { passed, failed } : { passed, failed, notes: failuresIn(report).map(describeFailure) };
}

/**
 * Returns the failed tests of a report; a file that cannot be loaded counts as one.
 * @param {any} report vitest's JSON report, or null when it wrote none
 * @returns {readonly { file: string, title: string, message: string }[]}
 */
export function failuresIn(report) {
  /** @type {readonly { name: string, status: string, message?: string, assertionResults: readonly any[] }[]} */
  const files = report?.testResults ?? [];
  return files.flatMap(({ name = '', status, message = '', assertionResults }) => {
    const file = relative(process.cwd(), name);
    if (status === 'failed' && assertionResults.length === 0) return [{ file, title: 'could not be loaded', message }];
    const failed = assertionResults.filter((result) => result.status === 'failed');
    return failed.map((result) => ({ file, title: result.fullName, message: result.failureMessages?.[0] ?? '' }));
  });
}

/**
 * Returns the count after the failed files ran again: a test that passed then counts as passed and is named in a note.
 * @param {ProjectRun} first
 * @param {ProjectRun} second
 * @returns {Count}
 */
export function mergeSecondRun(first, second) {
  const before = failuresIn(first.report);
  if (second.report === null || second.count.reason !== undefined) return first.count;
  const still = failuresIn(second.report);
  const isStillFailing = (/** @type {{ file: string, title: string }} */ failure) =>
    still.some(({ file, title }) => file === failure.file && title === failure.title);
  const notes = before
    .filter((failure) => !isStillFailing(failure))
    .map((failure) => `passed only when repeated: ${describeFailure(failure)}`);
  const passed = first.count.passed + first.count.failed - still.length;
  return { passed, failed: still.length, notes: [...still.map(describeFailure), ...notes] };
}

/** @param {{ file: string, title: string, message: string }} failure */
function describeFailure({ file, title, message }) {
  return `${file}: ${title}: ${(message.split('\n')[0] ?? '').slice(0, 200)}`;
}

/** @param {readonly StepOutcome[]} outcomes */
export function sumOf(outcomes) {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  return { passed, failed };
}

/**
 * Returns the last line of a run. A run without tests has failed.
 * @param {readonly StepOutcome[]} outcomes
 */
export function closingLine(outcomes) {
  const { passed, failed } = sumOf(outcomes);
  return `${passed} passed, ${passed + failed === 0 ? 1 : failed} failed`;
}
