import type { Clock, Disposer } from '../../base/clock';

const tickMs = 1_000;
const jumpMs = 5_000;

/**
 * Notices that time went by in which this process did not run, or that the wall clock was set: both show as a tick that
 * comes much later than it was asked for, or that the two clocks tell differently. Catches sleep where the operating
 * system announces none. `haveClocksParted`: how much time went by since an earlier moment, neither of them can say.
 */
export function detectClockJumps(clock: Clock, onJump: (haveClocksParted: boolean) => void): Disposer {
  let wall = clock.now();
  let monotonic = clock.monotonicMs();
  let cancel: Disposer = () => undefined;
  const tick = (): void => {
    const [wallMs, monotonicMs] = [clock.now() - wall, clock.monotonicMs() - monotonic];
    const lateMs = Math.max(wallMs, monotonicMs) - tickMs;
    const haveClocksParted = Math.abs(wallMs - monotonicMs) > jumpMs;
    wall = clock.now();
    monotonic = clock.monotonicMs();
    cancel = clock.after(tickMs, tick);
    if (lateMs > jumpMs || haveClocksParted) onJump(haveClocksParted);
  };
  cancel = clock.after(tickMs, tick);
  return () => {
    cancel();
  };
}
