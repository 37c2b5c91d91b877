import { expect, it } from 'vitest';
import { detectClockJumps } from '../../../../main/gws/stream/clock-jump';
import { VirtualClock } from '../../../support/virtual-clock';

function watched() {
  const clock = new VirtualClock();
  const jumps: boolean[] = [];
  return { clock, jumps, stop: detectClockJumps(clock, (haveClocksParted) => jumps.push(haveClocksParted)) };
}

it('reports nothing while time passes, minute after minute', () => {
  const { clock, jumps } = watched();
  clock.advance(180_000);
  expect(jumps).toEqual([]);
});

it.each([
  ['no jump', 5_000, []],
  ['a jump', 5_001, [true]],
  ['no jump', -5_000, []],
  ['a jump', -5_001, [true]],
])('reports %s of the wall clock by %s ms, once', (_what, ms, expected) => {
  const { clock, jumps } = watched();
  clock.jumpWall(ms);
  clock.advance(60_000);
  expect(jumps).toEqual(expected);
});

it('reports nothing after it was stopped', () => {
  const { clock, jumps, stop } = watched();
  clock.advance(2_500);
  stop();
  clock.jumpWall(60_000);
  clock.advance(60_000);
  expect(jumps).toEqual([]);
});

/** A process that was frozen: both clocks went on, not quite alike. */
class FrozenClock extends VirtualClock {
  #frozenMs = { wall: 0, monotonic: 0 };

  freeze(wall: number, monotonic: number): void {
    this.#frozenMs = { wall, monotonic };
  }
  override now(): number {
    return super.now() + this.#frozenMs.wall;
  }
  override monotonicMs(): number {
    return super.monotonicMs() + this.#frozenMs.monotonic;
  }
}

it.each([
  [6_000, 3_000],
  [3_000, 6_000],
])('believes the clock that shows more when they show %i and %i ms', (wallMs, monotonicMs) => {
  const clock = new FrozenClock();
  const jumps: boolean[] = [];
  detectClockJumps(clock, (haveClocksParted) => jumps.push(haveClocksParted));
  clock.freeze(wallMs, monotonicMs);
  clock.advance(60_000);
  expect(jumps).toEqual([false]);
});
