import type { Disposer } from '../base/clock';
import type { SessionBus } from './bus-port';

/** Screen savers by the name they own; each reports by `ActiveChanged` that the screen is locked or covered. */
const screenSavers = [
  { name: 'org.gnome.ScreenSaver', path: '/org/gnome/ScreenSaver' },
  { name: 'org.freedesktop.ScreenSaver', path: '/org/freedesktop/ScreenSaver' },
  { name: 'org.freedesktop.ScreenSaver', path: '/ScreenSaver' },
  { name: 'org.cinnamon.ScreenSaver', path: '/org/cinnamon/ScreenSaver' },
  { name: 'org.mate.ScreenSaver', path: '/org/mate/ScreenSaver' },
  { name: 'org.xfce.ScreenSaver', path: '/org/xfce/ScreenSaver' },
] as const;

/**
 * Follows the lock of the screen, which Electron does not report on Linux. A screen saver that goes away while the screen
 * is locked counts as unlocked: nothing would report it otherwise.
 */
export function followScreenLock(bus: SessionBus, onChange: (isLocked: boolean) => void): Disposer {
  const locked = new Set<string>();
  let wasLocked = false;
  const set = (key: string, isLocked: boolean): void => {
    if (isLocked) locked.add(key);
    else locked.delete(key);
    if (locked.size > 0 === wasLocked) return;
    wasLocked = locked.size > 0;
    onChange(wasLocked);
  };
  const disposers = screenSavers.flatMap(({ name, path }) => {
    const key = `${name} ${path}`;
    let owner: string | null = null;
    return [
      bus.watchOwner(name, (next) => {
        owner = next;
        set(key, false);
        if (next === null) return;
        void bus.call({ destination: next, path, interface: name, member: 'GetActive' }).then((reply) => {
          if (reply.ok && owner === next) set(key, reply.body[0] === true);
        });
      }),
      bus.onSignal({ interface: name, path }, ({ sender, member, body }) => {
        if (sender === owner && member === 'ActiveChanged') set(key, body[0] === true);
      }),
    ];
  });
  return () => {
    for (const dispose of disposers) dispose();
  };
}
