import { describe, expect, it } from 'vitest';
import { closingLine, countTests } from '../../../build/test-run/tally.mjs';

const report = (numPassedTests: number, numFailedTests: number, testResults: object[] = []) => ({
  numPassedTests,
  numFailedTests,
  testResults,
});
const strictly = { mayBeEmpty: false };

describe('what a run of tests came to', () => {
  it('is its tests when all went well or some failed', () => {
    expect([countTests(report(7, 0), 0, strictly), countTests(report(5, 2), 1, strictly)]).toEqual([
      { passed: 7, failed: 0 },
      { passed: 5, failed: 2 },
    ]);
  });

  it('counts a file that could not be loaded', () => {
    const broken = { status: 'failed', assertionResults: [] };
    expect(countTests(report(3, 0, [broken]), 1, strictly)).toEqual({ passed: 3, failed: 1 });
  });

  it('is a failure when no test ran, unless files were chosen by name', () => {
    expect(countTests(report(0, 0), 0, strictly)).toEqual({ passed: 0, failed: 1, reason: 'no test ran' });
    expect(countTests(report(0, 0), 0, { mayBeEmpty: true })).toEqual({ passed: 0, failed: 0 });
  });

  it('is a failure when an error happened outside any test, or nothing was reported', () => {
    expect(countTests(report(3, 0), 1, strictly)).toMatchObject({ passed: 3, failed: 1 });
    expect(countTests(null, 134, strictly)).toMatchObject({ passed: 0, failed: 1 });
    expect(countTests(report(0, 0), 1, { mayBeEmpty: true })).toMatchObject({ failed: 1 });
  });
});

describe('the closing line', () => {
  const outcome = (passed: number, failed: number) => ({ name: 'x', passed, failed, seconds: 1 });

  it('sums all steps', () => {
    expect(closingLine([outcome(3, 1), outcome(4, 0)])).toBe('7 passed, 1 failed');
  });

  it('never says that nothing failed when nothing ran', () => {
    expect(closingLine([])).toBe('0 passed, 1 failed');
  });
});
