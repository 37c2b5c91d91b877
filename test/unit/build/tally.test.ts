import { describe, expect, it } from 'vitest';
import { closingLine, countTests, mergeSecondRun } from '../../../build/test-run/tally.mjs';

const report = (numPassedTests: number, numFailedTests: number, testResults: object[] = []) => ({
  numPassedTests,
  numFailedTests,
  testResults,
});

describe('tally of a test run', () => {
  it('counts the tests, passed or failed', () => {
    expect([countTests(report(7, 0), 0), countTests(report(5, 2), 1)]).toEqual([
      { passed: 7, failed: 0 },
      { passed: 5, failed: 2, notes: [] },
    ]);
  });

  it('counts a file that could not be loaded', () => {
    const broken = { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
    expect(countTests(report(3, 0, [broken]), 1)).toEqual({
      passed: 3,
      failed: 1,
      notes: ['a.test.ts: could not be loaded: no such module'],
    });
  });

  it('fails when no test ran', () => {
    expect(countTests(report(0, 0), 0)).toEqual({ passed: 0, failed: 1, reason: 'no test ran' });
  });

  it('fails on an error outside tests, or without a report', () => {
    expect(countTests(report(3, 0), 1)).toMatchObject({ passed: 3, failed: 1 });
    expect(countTests(null, 134)).toMatchObject({ passed: 0, failed: 1 });
    expect(countTests(report(0, 0), 1)).toMatchObject({ failed: 1 });
  });
});

describe('mergeSecondRun', () => {
  const result = (fullName: string, status: string, ...failureMessages: string[]) => ({
    fullName,
    status,
    failureMessages,
  });
  const run = (passed: number, failed: number, name: string, ...assertionResults: object[]) => {
    const testReport = report(passed, failed, [{ name, status: failed > 0 ? 'failed' : 'passed', assertionResults }]);
    return { report: testReport, count: countTests(testReport, failed) };
  };
  const first = run(1, 2, 'a.test.ts', result('opens', 'failed', 'late'), result('shuts', 'failed', 'never'));

  it('counts a test that passes when repeated as passed, and names it', () => {
    const second = run(1, 1, 'a.test.ts', result('opens', 'passed'), result('shuts', 'failed', 'never'));
    expect(mergeSecondRun(first, second)).toEqual({
      passed: 2,
      failed: 1,
      notes: ['a.test.ts: shuts: never', 'passed only when repeated: a.test.ts: opens: late'],
    });
  });

  it('keeps the first result when the second run wrote no report', () => {
    const second = { report: null, count: countTests(null, 1) };
    expect(mergeSecondRun(first, second)).toEqual(first.count);
  });
});

describe('summary line', () => {
  const outcome = (passed: number, failed: number) => ({ name: 'x', passed, failed, seconds: 1 });

  it('adds up all steps', () => {
    expect(closingLine([outcome(3, 1), outcome(4, 0)])).toBe('7 passed, 1 failed');
  });

  it('never reports success when nothing ran', () => {
    expect(closingLine([])).toBe('0 passed, 1 failed');
  });
});
