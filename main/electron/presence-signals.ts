import process from 'node:process';
import { powerMonitor } from 'electron/main';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import { followScreenLock } from '../dbus/screen-lock';
import { ClientSessionBus } from '../dbus/session-bus';
import type { PresenceEvents, PresenceSignals } from '../shell/user-presence';

/** Lock, suspend and idle time of this computer: through Electron, and on Linux the lock over the session bus. */
export function openPresenceSignals(clock: Clock, log: Logger): PresenceSignals {
  return {
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    subscribe: ({ onLock, onUnlock, onSuspend, onResume }: PresenceEvents) => {
      const listeners = [
        ['lock-screen', onLock],
        ['unlock-screen', onUnlock],
        ['suspend', onSuspend],
        ['resume', onResume],
      ] as const;
      const monitor: NodeJS.EventEmitter = powerMonitor;
      for (const [name, listener] of listeners) monitor.on(name, listener);
      const bus = process.platform === 'linux' ? new ClientSessionBus({ clock, log }) : null;
      const stopLock = bus === null ? null : followScreenLock(bus, (isLocked) => (isLocked ? onLock() : onUnlock()));
      return () => {
        for (const [name, listener] of listeners) monitor.off(name, listener);
        stopLock?.();
        bus?.close();
      };
    },
  };
}
