import type { Clock, Undo } from '../../base/clock';

const tickMs = 1_000;
const jumpMs = 5_000;

/**
 * Notices that time went by in which this process did not run, or that the wall clock was set: both show as a tick that
 * comes much later than it was asked for. Catches sleep where the operating system announces none.
 */
export function watchForClockJump(clock: Clock, onJump: () => void): Undo {
  let wall = clock.now();
  let monotonic = clock.monotonicMs();
  let cancel: Undo = () => undefined;
  const tick = (): void => {
    const lateMs = Math.max(clock.now() - wall, clock.monotonicMs() - monotonic) - tickMs;
    wall = clock.now();
    monotonic = clock.monotonicMs();
    cancel = clock.after(tickMs, tick);
    if (lateMs > jumpMs) onJump();
  };
  cancel = clock.after(tickMs, tick);
  return () => {
    cancel();
  };
}
