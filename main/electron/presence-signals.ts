import { powerMonitor } from 'electron/main';
import type { SessionBus } from '../dbus/bus-port';
import { followScreenLock } from '../dbus/screen-lock';
import type { PresenceSignals } from '../shell/user-presence';

/** Lock, suspend and idle time of this computer: through Electron, and on Linux the lock over the session bus. */
export function openPresenceSignals(bus: SessionBus | null): PresenceSignals {
  return {
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    subscribe: ({ onLock, onUnlock, onSuspend, onResume }) => {
      const listeners = [
        ['lock-screen', onLock],
        ['unlock-screen', onUnlock],
        ['suspend', onSuspend],
        ['resume', onResume],
      ] as const;
      const monitor: NodeJS.EventEmitter = powerMonitor;
      for (const [name, listener] of listeners) monitor.on(name, listener);
      const stopLock = bus === null ? null : followScreenLock(bus, (isLocked) => (isLocked ? onLock() : onUnlock()));
      return () => {
        for (const [name, listener] of listeners) monitor.off(name, listener);
        stopLock?.();
      };
    },
  };
}
