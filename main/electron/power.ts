import { net, powerMonitor } from 'electron/main';
import type { Clock, Disposer } from '../base/clock';

const tickMs = 1_000;
/** Milliseconds. A tick at least this late means a suspend; some systems do not report it. */
const sleptMs = 20_000;

/** Calls back when the machine resumes or the network returns, because waiting for a retry is then pointless. */
export function onWake(clock: Clock, wake: (why: 'resumed' | 'networkBack') => void): Disposer {
  let isOnline = net.isOnline();
  let tickedAt = clock.now();
  let disposeTick: Disposer | null = null;

  const resumed = (): void => {
    wake('resumed');
  };
  const tick = (): void => {
    const now = clock.now();
    const wasOnline = isOnline;
    isOnline = net.isOnline();
    if (now - tickedAt > sleptMs) {
      wake('resumed');
    } else if (isOnline && !wasOnline) {
      wake('networkBack');
    }
    tickedAt = now;
    disposeTick = clock.after(tickMs, tick);
  };

  powerMonitor.on('resume', resumed);
  disposeTick = clock.after(tickMs, tick);
  return () => {
    powerMonitor.off('resume', resumed);
    disposeTick?.();
    disposeTick = null;
  };
}
