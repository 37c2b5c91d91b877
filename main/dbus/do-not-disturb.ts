import type { Disposer } from '../base/clock';
import type { SessionBus } from './bus-port';
import { variantValue } from './variant';

const service = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';
const properties = 'org.freedesktop.DBus.Properties';

/** Where notification services publish that the user wants no disturbance: KDE by the first, dunst by the second. */
const sources = [
  { interface: service, property: 'Inhibited' },
  { interface: 'org.dunstproject.cmd0', property: 'paused' },
] as const;

export interface DoNotDisturb {
  /** `notKnown`: the desktop publishes neither. */
  readonly state: () => 'on' | 'off' | 'notKnown';
  dispose(): void;
}

/**
 * Follows the desktop's do-not-disturb state where it is published. KDE also sets it while the screen is shared. GNOME
 * publishes nothing that another program could follow.
 */
export function followDoNotDisturb(bus: SessionBus, onChange: () => void): DoNotDisturb {
  const values = new Map<string, boolean>();
  let owner: string | null = null;
  let before: ReturnType<DoNotDisturb['state']> = 'notKnown';

  const state: DoNotDisturb['state'] = () => {
    if (values.size === 0) return 'notKnown';
    return [...values.values()].includes(true) ? 'on' : 'off';
  };
  const report = (): void => {
    if (state() === before) return;
    before = state();
    onChange();
  };
  const set = (property: string, value: unknown): void => {
    values.set(property, variantValue(value) === true);
    report();
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
      values.clear();
      report();
      if (next !== null) for (const source of sources) read(source, next);
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
    state,
    dispose: () => {
      for (const dispose of disposers) dispose();
    },
  };
}
