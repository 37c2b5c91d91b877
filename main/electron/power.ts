import { net, powerMonitor } from 'electron/main';
import type { Clock, Disposer } from '../base/clock';

const tickMs = 1_000;
/** A tick this much late was not late but asleep: some systems sleep without saying so. */
const sleptMs = 20_000;

/** Calls back when the machine woke or the network came back, which is when waiting for a retry makes no sense. */
export function onWake(clock: Clock, wake: (why: 'resumed' | 'networkBack') => void): Disposer {
  let isOnline = net.isOnline();
  let tickedAt = clock.now();
  let undoTick: Disposer | null = null;

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
    undoTick = clock.after(tickMs, tick);
  };

  powerMonitor.on('resume', resumed);
  undoTick = clock.after(tickMs, tick);
  return () => {
    powerMonitor.off('resume', resumed);
    undoTick?.();
    undoTick = null;
  };
}
