import type { Disposer } from '../base/clock';
import type { SessionBus } from './bus-port';

const service = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';
const properties = 'org.freedesktop.DBus.Properties';

/** Where notification services publish that the user wants no disturbance: KDE by the first, dunst by the second. */
const sources = [
  { interface: service, property: 'Inhibited' },
  { interface: 'org.dunstproject.cmd0', property: 'paused' },
] as const;

export interface DoNotDisturb {
  readonly isOn: () => boolean;
  dispose(): void;
}

/** Follows the desktop's do-not-disturb state where it is published; otherwise it is never on. */
export function followDoNotDisturb(bus: SessionBus, onChange: () => void): DoNotDisturb {
  const values = new Map<string, boolean>();
  let owner: string | null = null;
  let wasOn = false;

  const isOn = (): boolean => [...values.values()].includes(true);
  const set = (property: string, value: unknown): void => {
    // A property arrives as a variant: an object with its signature and its value.
    const plain: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'value') : value;
    values.set(property, plain === true);
    if (isOn() === wasOn) return;
    wasOn = isOn();
    onChange();
  };
  const read = (source: (typeof sources)[number], asked: string): void => {
    const request = { destination: asked, path, interface: properties, member: 'Get', signature: 'ss' };
    void bus.call({ ...request, body: [source.interface, source.property] }).then((reply) => {
      if (asked === owner && reply.ok) set(source.property, reply.body[0]);
    });
  };
  const disposers: readonly Disposer[] = [
    bus.watchOwner(service, (next) => {
      owner = next;
      for (const source of sources) {
        set(source.property, false);
        if (next !== null) read(source, next);
      }
    }),
    bus.onSignal({ interface: properties, path }, ({ sender, member, body: [name, changed] }) => {
      const source = sources.find((one) => one.interface === name);
      if (sender !== owner || member !== 'PropertiesChanged' || source === undefined) return;
      const value: unknown =
        typeof changed === 'object' && changed !== null ? Reflect.get(changed, source.property) : undefined;
      if (value === undefined) read(source, sender);
      else set(source.property, value);
    }),
  ];
  return {
    isOn,
    dispose: () => {
      for (const dispose of disposers) dispose();
    },
  };
}
