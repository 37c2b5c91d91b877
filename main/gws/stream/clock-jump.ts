import type { Clock, Disposer } from '../../base/clock';

const tickMs = 1_000;
const jumpMs = 5_000;

/**
 * Detects time in which this process did not run, or a changed wall clock: a tick is much later than scheduled, or the
 * two clocks disagree. Catches sleep where the operating system does not report it. `haveClocksParted`: the two clocks
 * disagree, so the elapsed time is unknown.
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
