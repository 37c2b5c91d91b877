import process from 'node:process';
import { startDunst } from '../../support/desktop/dunst';
import { startKeyring } from '../../support/desktop/keyring';
import { ownerOf } from '../../support/desktop/name-owner';
import { XfcePanel } from '../../support/desktop/xfce-panel';
import { eventually } from '../../support/electron/eventually';
import { openSession, type DesktopSession, type Endings } from './desktop-session';

/** A part of the desktop that can be stopped. */
export interface HungService {
  readonly name: string;
  /** Stops it. Returns what lets it continue. */
  readonly hang: () => Promise<() => void>;
}

const names = {
  notifications: 'org.freedesktop.Notifications',
  panel: 'org.kde.StatusNotifierWatcher',
  secrets: 'org.freedesktop.secrets',
} as const;

export interface HangingDesktop {
  readonly session: DesktopSession;
  readonly services: readonly HungService[];
  /** Those that a start can meet: without a bus no program of the desktop starts. */
  readonly servicesOfStart: readonly HungService[];
}

/** A desktop with all services, each of which can be stopped by its process, and the bus itself. */
export async function openHangingDesktop(endings: Endings): Promise<HangingDesktop> {
  const session = await openSession(endings);
  const { bus, environment } = session;
  endings.add(startDunst(environment), (one) => one.stop());
  endings.add(XfcePanel.start(environment), (one) => one.stop());
  endings.add(startKeyring(environment), (one) => one.stop());
  const find = (name: string): Promise<number | null> => ownerOf(bus.address, name);
  const services: HungService[] = [];
  for (const [name, busName] of Object.entries(names)) {
    const found = await eventually(
      `${busName} is there`,
      () => find(busName),
      (pid) => pid !== null,
    );
    const pid = found ?? 0;
    const hang = (): Promise<() => void> => {
      process.kill(pid, 'SIGSTOP');
      return Promise.resolve(() => process.kill(pid, 'SIGCONT'));
    };
    services.push({ name, hang });
  }
  const hangBus = (): Promise<() => void> => {
    bus.pause();
    return Promise.resolve(() => {
      bus.resume();
    });
  };
  return { session, services: [...services, { name: 'bus', hang: hangBus }], servicesOfStart: services };
}

/** A desktop whose notification service is started by the bus and never comes. */
export async function openDesktopWithoutStart(endings: Endings): Promise<HangingDesktop> {
  const session = await openSession(endings, { [names.notifications]: '/bin/sleep 300' });
  const services = [{ name: 'activation', hang: () => Promise.resolve(() => undefined) }];
  return { session, services, servicesOfStart: services };
}
