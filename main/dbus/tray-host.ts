import type { Clock, Disposer } from '../base/clock';
import type { TrayHost, TrayHostState } from '../notifications/tray-host';
import type { SessionBus } from './bus-port';

const watcher = 'org.kde.StatusNotifierWatcher';
const path = '/StatusNotifierWatcher';
/** Milliseconds in which a restarted panel is back. */
const restartMs = 3_000;

export interface TrayHostOptions {
  readonly bus: SessionBus;
  readonly clock: Clock;
  readonly onAppear: () => void;
  readonly onGone: () => void;
}

/**
 * Follows whether a panel shows tray icons, by `org.kde.StatusNotifierWatcher`. `onAppear` reports a new watcher at
 * once. `onGone` reports a panel that stayed away, not one that restarts. An older panel (XEmbed) cannot be seen on the
 * bus, so without a watcher the state is `unknown`.
 */
export function followTrayHost({ bus, clock, onAppear, onGone }: TrayHostOptions): TrayHost {
  let state: TrayHostState = 'unknown';
  let owner: string | null = null;
  let waiting: Disposer | null = null;

  const set = (next: TrayHostState): void => {
    const before = state;
    state = next;
    waiting?.();
    waiting = null;
    if (next === 'shown' && before !== 'shown') onAppear();
    if (next !== 'shown' && before === 'shown') waiting = clock.after(restartMs, onGone);
  };
  const read = (): void => {
    const asked = owner;
    if (asked === null) {
      set('unknown');
      return;
    }
    const request = { destination: asked, path, interface: 'org.freedesktop.DBus.Properties', member: 'Get' };
    const body = [watcher, 'IsStatusNotifierHostRegistered'];
    void bus.call({ ...request, signature: 'ss', body }).then((reply) => {
      if (asked !== owner) return;
      const value: unknown = reply.ok ? reply.body[0] : false;
      const isRegistered: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'value') : value;
      set(isRegistered === true ? 'shown' : 'unknown');
    });
  };
  const disposers = [
    bus.watchOwner(watcher, (next) => {
      owner = next;
      read();
    }),
    bus.onSignal({ interface: watcher, path }, ({ sender, member }) => {
      if (sender === owner && member.startsWith('StatusNotifierHost')) read();
    }),
  ];
  return {
    state: () => state,
    dispose: () => {
      waiting?.();
      for (const dispose of disposers) dispose();
    },
  };
}
