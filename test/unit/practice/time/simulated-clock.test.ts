import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clock } from '../../../../main/base/clock';
import { SimulatedClock } from '../../../../main/practice/time/simulated-clock';

/** A base clock that the test advances. */
class HandClock implements Clock {
  #ms = 0;
  #timers: { at: number; callback: () => void }[] = [];

  now(): number {
    return 1_000_000 + this.#ms;
  }

  monotonicMs(): number {
    return this.#ms;
  }

  after(delayMs: number, callback: () => void) {
    const timer = { at: this.#ms + delayMs, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  pass(milliseconds: number): void {
    const end = this.#ms + milliseconds;
    for (;;) {
      const due = this.#timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (due === undefined) break;
      this.#timers = this.#timers.filter((other) => other !== due);
      this.#ms = Math.max(this.#ms, due.at);
      due.callback();
    }
    this.#ms = end;
  }
}

describe('SimulatedClock', () => {
  test('runs faster by the given factor', () => {
    const base = new HandClock();
    const clock = new SimulatedClock(base, 60);
    const rung: number[] = [];
    clock.after(60_000, () => rung.push(clock.monotonicMs()));
    base.pass(999);
    expect(rung).toEqual([]);
    base.pass(1);
    expect(rung).toEqual([60_000]);
    expect(clock.now()).toBe(1_000_000 + 60_000);
  });

  test('moves only by advance at scale 0', () => {
    const base = new HandClock();
    const clock = new SimulatedClock(base, 0);
    const rung: string[] = [];
    clock.after(10, () => rung.push('rung'));
    base.pass(1_000_000);
    expect(rung).toEqual([]);
    clock.advance(10);
    expect(rung).toEqual(['rung']);
  });

  test('runs due timers in order, each at its own time, including those they create', () => {
    const clock = new SimulatedClock(new HandClock(), 0);
    const rung: [string, number][] = [];
    clock.after(30, () => rung.push(['late', clock.monotonicMs()]));
    clock.after(10, () => {
      rung.push(['early', clock.monotonicMs()]);
      clock.after(5, () => rung.push(['child', clock.monotonicMs()]));
    });
    clock.advance(100);
    expect(rung).toEqual([
      ['early', 10],
      ['child', 15],
      ['late', 30],
    ]);
    expect(clock.monotonicMs()).toBe(100);
  });

  test('drops a cancelled timer, and all timers when stopped', () => {
    const base = new HandClock();
    const clock = new SimulatedClock(base, 1);
    const rung: string[] = [];
    clock.after(10, () => rung.push('cancelled'))();
    clock.after(20, () => rung.push('stopped'));
    clock.stop();
    base.pass(100);
    expect(rung).toEqual([]);
  });

  test('runs timers in the same order for any step sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500)), fc.array(fc.integer({ min: 1, max: 200 })), (delays, steps) => {
        const ring = (advances: readonly number[]): number[] => {
          const clock = new SimulatedClock(new HandClock(), 0);
          const rung: number[] = [];
          delays.forEach((delay, position) => clock.after(delay, () => rung.push(position)));
          for (const milliseconds of [...advances, 1000]) clock.advance(milliseconds);
          return rung;
        };
        expect(ring(steps)).toEqual(ring([]));
      }),
    );
  });
});
