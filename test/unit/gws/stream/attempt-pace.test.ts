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

  /** A pace whose random value a test sets, and that was silent for at least so many milliseconds. */
  function silentFor(ms: number) {
    const drawn = { chance: 0 };
    const pace = new AttemptPace(() => drawn.chance);
    let silentMs = 0;
    while (silentMs < ms) {
      pace.failed();
      silentMs += pace.next(null);
    }
    const longest = (): number => {
      drawn.chance = 0.999999;
      return pace.next(null);
    };
    return { pace, drawn, silentMs, longest };
  }

  it.each([6_000, 10_000, 20_000])('spreads the next step over a tenth of a silence of %s ms', (ms) => {
    const { pace, silentMs, longest } = silentFor(ms);
    pace.answered();
    const waitMs = longest();
    expect(waitMs).toBeLessThan(silentMs / 10);
    expect(waitMs).toBeGreaterThan(silentMs / 10 - 2);
  });

  it('waits at least a tenth of a second after a return', () => {
    const { pace } = silentFor(10_000);
    pace.answered();
    expect(pace.next(null)).toBe(100);
  });

  it.each([
    [4_800, false],
    [5_100, true],
  ])('after a silence of %s ms, has returned: %s', (ms, expected) => {
    const { pace } = silentFor(ms);
    pace.answered();
    expect(pace.hasReturned).toBe(expected);
  });

  it('is silent from a failure to a response, and has not returned once an attempt failed again', () => {
    const { pace } = silentFor(10_000);
    expect(pace.isSilent).toBe(true);
    pace.answered();
    expect([pace.isSilent, pace.hasReturned]).toEqual([false, true]);
    pace.failed();
    expect([pace.isSilent, pace.hasReturned]).toEqual([true, false]);
  });

  it('spreads only the first return, until a poll succeeds', () => {
    const { pace, drawn } = silentFor(10_000);
    const returnsAgain = (): boolean => {
      drawn.chance = 0;
      failTimes(pace, 100);
      pace.answered();
      return pace.hasReturned;
    };
    pace.answered();
    expect(returnsAgain()).toBe(false);
    pace.reset();
    expect([pace.hasReturned, pace.isSilent, returnsAgain()]).toEqual([false, false, true]);
  });

  it('begins a little higher after each return without a successful poll', () => {
    const { pace, drawn, longest } = silentFor(3_000);
    const begins = Array.from({ length: 4 }, () => {
      drawn.chance = 0;
      failTimes(pace, 40);
      pace.answered();
      return longest();
    });
    expect(begins.slice(1)).toEqual([1_687, 5_695, 19_221]);
  });

  it('lets waits grow by a fifth after half a minute of silence', () => {
    const waits = (ms: number): number => {
      const { pace } = silentFor(ms);
      pace.failed();
      return pace.next(null);
    };
    expect([waits(1), waits(15_000), waits(31_000), waits(90_000)]).toEqual([100, 110, 120, 120]);
  });

  it('counts no wait as silence that the server asked for', () => {
    const pace = new AttemptPace(() => 0);
    pace.failed();
    expect(pace.next(60_000)).toBe(60_100);
    pace.answered();
    expect(pace.hasReturned).toBe(false);
    pace.failed();
    expect(pace.next(null)).toBe(100);
  });

  it('is not silent before the first attempt', () => {
    expect(new AttemptPace(() => 0.5).isSilent).toBe(false);
  });
});
