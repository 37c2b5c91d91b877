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
