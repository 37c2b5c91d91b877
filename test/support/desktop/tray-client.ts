import { Message, type MessageBus, type Variant } from '@jellybrick/dbus-next';
import { openTestBus } from './test-bus';

const item = 'org.kde.StatusNotifierItem';
const watcher = 'org.kde.StatusNotifierWatcher';
const replyWithinMs = 2_000;

type MenuEntry = Variant<[number, Record<string, Variant>, unknown]>;

/** Reads and clicks the tray icons of a session over the bus, whichever panel shows them. */
export class TrayClient {
  readonly #bus: MessageBus;

  constructor(busAddress: string) {
    this.#bus = openTestBus(busAddress);
  }

  /** Bus names of the programs with an icon at the panel; empty if there is no panel for such icons. */
  async icons(): Promise<readonly string[]> {
    const names = await this.#read(watcher, '/StatusNotifierWatcher', watcher, 'RegisteredStatusNotifierItems');
    return Array.isArray(names) ? names.map((name) => String(name).split('/')[0] ?? '') : [];
  }

  /** Labels of the menu of an icon, without separators; `null` if its program does not reply. */
  async menu(icon: string): Promise<readonly string[] | null> {
    const place = await this.#read(icon, '/StatusNotifierItem', item, 'Menu');
    const path = typeof place === 'string' ? place : '/MenuBar';
    const layout = await this.#call(icon, path, 'com.canonical.dbusmenu', 'GetLayout', 'iias', [0, -1, []]);
    const root = layout?.[1] as [number, object, readonly MenuEntry[]] | undefined;
    if (root === undefined) return null;
    return root[2].flatMap(({ value: [, { label }] }) => (label === undefined ? [] : [String(label.value)]));
  }

  /** A left click on an icon. */
  async activate(icon: string): Promise<void> {
    await this.#call(icon, '/StatusNotifierItem', item, 'Activate', 'ii', [0, 0]);
  }

  stop(): void {
    this.#bus.disconnect();
  }

  async #read(destination: string, path: string, name: string, property: string): Promise<unknown> {
    const reply = await this.#call(destination, path, 'org.freedesktop.DBus.Properties', 'Get', 'ss', [name, property]);
    return (reply?.[0] as Variant | undefined)?.value;
  }

  #call(
    destination: string,
    path: string,
    name: string,
    member: string,
    signature: string,
    body: unknown[],
  ): Promise<readonly unknown[] | null> {
    const message = new Message({ destination, path, interface: name, member, signature, body });
    const reply = this.#bus.call(message).then(
      (returned) => returned?.body ?? [],
      () => null,
    );
    return Promise.race([reply, new Promise<null>((resolve) => setTimeout(resolve, replyWithinMs, null))]);
  }
}
