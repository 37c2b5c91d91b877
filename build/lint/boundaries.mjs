import { rooms } from './rooms.mjs';

/** Rooms that may hold the operating system's powers (decision D2 of docs/architecture.md). */
const withElectron = ['electron', 'main', 'preload'];
const inTheWindow = ['bridge', 'pump', 'domain', 'stores', 'ui', 'feature', 'app', 'window', 'contract', 'preload'];

export const elements = rooms.map(({ room, pattern, capture }) => ({
  type: room,
  pattern,
  ...(capture ? { capture } : {}),
}));

/** Own imports by the table; packages freely, but electron and Node only where they belong. */
export const policies = [
  { allow: { to: { module: { origin: ['external', 'core'] } } } },
  ...rooms.flatMap(({ room, may, why }) => [
    {
      from: { element: { type: room } },
      disallow: { to: { module: { origin: 'local' } } },
      message: `${room}: ${why}`,
    },
    {
      from: { element: { type: room } },
      allow: { to: { element: { types: { anyOf: may } } } },
    },
    ...(room === 'feature'
      ? [
          {
            from: { element: { type: 'feature' } },
            allow: {
              to: { element: { type: 'feature', captured: { feature: '{{ from.element.captured.feature }}' } } },
            },
          },
        ]
      : [{ from: { element: { type: room } }, allow: { to: { element: { type: room } } } }]),
  ]),
  {
    from: {
      element: { types: { anyOf: rooms.map(({ room }) => room).filter((room) => !withElectron.includes(room)) } },
    },
    disallow: {
      to: { module: { source: ['electron', 'electron/**', 'electron-store', 'electron-log', 'electron-log/**'] } },
    },
    message:
      'only main/electron, main/index.ts and preload/index.ts hold OS power: declare a port and implement it in main/electron',
  },
  {
    from: { element: { types: { anyOf: inTheWindow } } },
    disallow: { to: { module: { origin: 'core' } } },
    message: 'no Node in the window: ask main through the bridge',
  },
];
