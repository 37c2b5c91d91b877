import { describe, expect, it } from 'vitest';
import { AttemptPace } from '../../../../main/gws/stream/attempt-pace';

const most = (): number => 0.999999;

/** Fails that many attempts and returns the last wait. */
function failTimes(pace: AttemptPace, times: number): number {
  let waitMs = 0;
  for (let attempt = 0; attempt < times; attempt += 1) {
    pace.failed();
    waitMs = pace.next(null);
  }
  return waitMs;
}

describe('AttemptPace', () => {
  it('spreads the next step over at most 2.5 s when the server responds after a long silence', () => {
    const pace = new AttemptPace(most);
    expect(failTimes(pace, 14)).toBeGreaterThan(30_000);
    pace.answered();
    expect(pace.hasReturned).toBe(true);
    expect(pace.next(null)).toBeLessThanOrEqual(2_500);
    expect(pace.hasReturned).toBe(false);
    expect(pace.next(null)).toBeLessThan(500);
  });

  it('starts small without a spread when the silence was short', () => {
    const pace = new AttemptPace(most);
    failTimes(pace, 3);
    pace.answered();
    expect(pace.hasReturned).toBe(false);
    expect(pace.next(null)).toBeLessThan(500);
  });

  it('reaches the maximum when the server returns between failures without successful polls', () => {
    const pace = new AttemptPace(most);
    let longestMs = 0;
    for (let round = 0; round < 12; round += 1) {
      failTimes(pace, 2);
      pace.answered();
      longestMs = Math.max(longestMs, pace.next(null));
    }
    expect(longestMs).toBeGreaterThan(29_000);
  });

  it('keeps growing while every response asks for the same again', () => {
    const pace = new AttemptPace(most);
    const waits = Array.from({ length: 6 }, () => {
      pace.answered();
      return pace.next(null);
    });
    expect(waits).toEqual([...waits].sort((one, other) => one - other));
    expect(waits.at(-1)).toBeGreaterThan(3_000);
  });

  it('keeps a requested wait in full, also after a return', () => {
    const pace = new AttemptPace(() => 0);
    failTimes(pace, 14);
    expect(pace.next(20_000)).toBeGreaterThanOrEqual(20_000);
    pace.answered();
    expect(pace.next(20_000)).toBeGreaterThanOrEqual(20_000);
  });
});
