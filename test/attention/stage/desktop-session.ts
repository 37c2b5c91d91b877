import { PrivateBus } from '../../support/desktop/private-bus';
import { StandInNotifications } from '../../support/desktop/stand-in-notifications';
import { VirtualScreen } from '../../support/desktop/virtual-screen';

/** Collects what has to end, and ends it in the opposite order. */
export class Endings {
  readonly #acts: (() => unknown)[] = [];

  add<T>(thing: T, end: (thing: T) => unknown): T {
    this.#acts.push(() => end(thing));
    return thing;
  }

  async all(): Promise<void> {
    for (const end of this.#acts.splice(0).reverse()) await end();
  }
}

/** A screen with a window manager and a session bus that starts nothing unasked. */
export interface DesktopSession {
  readonly screen: VirtualScreen;
  readonly bus: PrivateBus;
  /** For the programs of this session. */
  readonly environment: Readonly<Record<string, string>>;
}

export async function openSession(
  endings: Endings,
  activatable: Readonly<Record<string, string>> = {},
): Promise<DesktopSession> {
  const screen = endings.add(await VirtualScreen.start(), (one) => one.stop());
  await screen.manageWindows();
  const bus = endings.add(await PrivateBus.start(activatable), (one) => one.stop());
  return { screen, bus, environment: { ...screen.environment, DBUS_SESSION_BUS_ADDRESS: bus.address } };
}

export async function serveNotifications(
  endings: Endings,
  { bus }: Pick<DesktopSession, 'bus'>,
  options?: { readonly firstId?: number },
): Promise<StandInNotifications> {
  const capabilities = ['actions', 'body', 'body-markup', 'sound'];
  return endings.add(await StandInNotifications.start(bus.address, { capabilities, ...options }), (one) => {
    one.stop();
  });
}

/** Runs a measure and ends what it began, however it ends. */
export async function withEndings<T>(run: (endings: Endings) => Promise<T>): Promise<T> {
  const endings = new Endings();
  try {
    return await run(endings);
  } finally {
    await endings.all();
  }
}
