import { expect, it } from 'vitest';
import { createThrottle } from '../../../../../renderer/domain/time/throttle';
import { VirtualClock } from '../../../../support/virtual-clock';

it('acts at once, then at most once per interval, and finally for the last call', () => {
  const clock = new VirtualClock();
  const start = clock.monotonicMs();
  const acts: number[] = [];
  const throttled = createThrottle({
    act: () => acts.push(clock.monotonicMs() - start),
    everyMs: 100,
    setTimer: (callback, delayMs) => clock.after(delayMs, callback),
  });
  for (let time = 0; time < 25; time += 1) {
    throttled();
    clock.advance(10);
  }
  clock.advance(1_000);
  expect(acts).toEqual([0, 100, 200, 300]);
  throttled();
  expect(acts.at(-1)).toBe(1_250);
  expect(clock.waiting).toHaveLength(1);
});
