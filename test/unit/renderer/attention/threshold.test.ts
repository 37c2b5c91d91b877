import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseThreshold, stepThreshold, thresholdText } from '../../../../renderer/features/attention/threshold';

const measures = fc.constantFrom('time' as const, 'times' as const);

describe('thresholds', () => {
  it.each([
    ['1:30', 'time', 90],
    ['2', 'time', 120],
    ['90s', 'time', 90],
    [' 0:05 ', 'time', 5],
    ['0', 'time', null],
    ['', 'time', null],
    ['1:', 'time', null],
    ['-1', 'time', null],
    ['9999', 'time', null],
    ['3', 'times', 3],
    ['0', 'times', null],
    ['1:30', 'times', null],
    ['1e3', 'times', null],
  ] as const)('reads "%s" as %s: %s', (text, measure, value) => {
    expect(parseThreshold(text, measure)).toBe(value);
  });

  it('reads what it writes, and steps up and down by as much', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), measures, (value, measure) => {
        expect(parseThreshold(thresholdText(value, measure), measure)).toBe(value);
        const up = stepThreshold(value, true, measure);
        expect(up).toBeGreaterThan(value);
        expect(stepThreshold(value, false, measure)).toBeLessThanOrEqual(Math.max(value, 5));
        if (value >= 5 && value % 60 === 0) expect(stepThreshold(up, false, measure)).toBe(value);
      }),
    );
  });
});
