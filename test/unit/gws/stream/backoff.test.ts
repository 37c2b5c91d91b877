import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backoff } from '../../../../main/gws/stream/backoff';

describe('waiting before the next attempt', () => {
  it('is anywhere between a floor and a bound that grows by half each time up to its cap', () => {
    const most = new Backoff(() => 0.999999);
    const bounds = Array.from({ length: 13 }, () => most.next());
    expect(bounds.slice(0, 5)).toEqual([499, 749, 1124, 1687, 2531]);
    expect(bounds.slice(-3)).toEqual([28832, 29999, 29999]);
    const least = new Backoff(() => 0);
    expect(Array.from({ length: 8 }, () => least.next())).toEqual(Array.from({ length: 8 }, () => 100));
  });

  it('never undercuts what the server asked for, whatever chance says', () => {
    fc.assert(
      fc.property(
        fc.nat(3_600_000),
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (asked, chances) => {
          let at = 0;
          const backoff = new Backoff(() => chances[at++ % chances.length] ?? 0);
          chances.forEach(() => expect(backoff.next(asked)).toBeGreaterThanOrEqual(asked));
        },
      ),
    );
  });

  it('starts small again after it was reset', () => {
    const backoff = new Backoff(() => 0.999999);
    backoff.next();
    backoff.next();
    backoff.reset();
    expect(backoff.next()).toBe(499);
  });

  it('spreads a fleet that lost its server at one moment', () => {
    const seconds = new Map<number, number>();
    for (let console = 0; console < 500; console += 1) {
      let state = console * 2654435761 + 1;
      const backoff = new Backoff(() => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32;
      });
      let at = 0;
      while (at < 60_000) at += backoff.next();
      const second = Math.floor(at / 1000);
      seconds.set(second, (seconds.get(second) ?? 0) + 1);
    }
    expect(Math.max(...seconds.values())).toBeLessThan(75);
  });
});
