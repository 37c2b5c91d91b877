import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backoff } from '../../../../main/gws/stream/backoff';

function drawsOf(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('Backoff', () => {
  it('returns a wait between the minimum and a bound that grows by half each time up to its maximum', () => {
    const most = new Backoff(() => 0.999999);
    const bounds = Array.from({ length: 13 }, () => most.next());
    expect(bounds.slice(0, 5)).toEqual([499, 749, 1124, 1687, 2531]);
    expect(bounds.slice(-3)).toEqual([28832, 29999, 29999]);
    const least = new Backoff(() => 0);
    expect(Array.from({ length: 8 }, () => least.next())).toEqual(Array.from({ length: 8 }, () => 100));
  });

  it('never returns less than the server asked for, whatever the random value', () => {
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

  it('starts small after a reset', () => {
    const backoff = new Backoff(() => 0.999999);
    backoff.next();
    backoff.next();
    backoff.reset();
    expect(backoff.next()).toBe(499);
  });

  it('is uniformly distributed within half a minute after many attempts', () => {
    const backoff = new Backoff(drawsOf(7));
    for (let attempt = 0; attempt < 12; attempt += 1) backoff.next();
    const seconds = Array.from({ length: 30 }, () => 0);
    for (let attempt = 0; attempt < 30_000; attempt += 1) {
      const second = Math.floor(backoff.next() / 1000);
      seconds[second] = (seconds[second] ?? 0) + 1;
    }
    expect(seconds).toHaveLength(30);
    expect(Math.min(...seconds)).toBeGreaterThan(800);
    expect(Math.max(...seconds)).toBeLessThan(1_200);
  });

  it('lets one in fifteen of a fleet connect in the second in which a server returns after minutes', () => {
    const fleet = 10_000;
    let early = 0;
    for (let console = 0; console < fleet; console += 1) {
      const backoff = new Backoff(drawsOf(console));
      let at = 0;
      while (at < 300_000) at += backoff.next();
      if (at < 301_000) early += 1;
    }
    expect(early / fleet).toBeGreaterThan(0.055);
    expect(early / fleet).toBeLessThan(0.08);
  });

  it('spreads a fleet that lost its server at once', () => {
    const seconds = new Map<number, number>();
    for (let console = 0; console < 500; console += 1) {
      const backoff = new Backoff(drawsOf(console));
      let at = 0;
      while (at < 60_000) at += backoff.next();
      const second = Math.floor(at / 1000);
      seconds.set(second, (seconds.get(second) ?? 0) + 1);
    }
    expect(Math.max(...seconds.values())).toBeLessThan(75);
  });
});
