import { moduleRules } from './module-rules.mjs';

/** Modules that may import electron (decision 2 of docs/architecture.md). */
const withElectron = ['electron', 'main', 'preload'];
const inTheWindow = ['bridge', 'sync', 'domain', 'stores', 'ui', 'feature', 'app', 'window', 'contract', 'preload'];

export const elements = moduleRules.map(({ module, pattern, capture }) => ({
  type: module,
  pattern,
  ...(capture ? { capture } : {}),
}));

/** Our own imports follow the table. Packages are free, except electron and Node built-ins. */
export const policies = [
  { allow: { to: { module: { origin: ['external', 'core'] } } } },
  ...moduleRules.flatMap(({ module, may, why }) => [
    {
      from: { element: { type: module } },
      disallow: { to: { module: { origin: 'local' } } },
      message: `${module}: ${why}`,
    },
    {
      from: { element: { type: module } },
      allow: { to: { element: { types: { anyOf: may } } } },
    },
    ...(module === 'feature'
      ? [
          {
            from: { element: { type: 'feature' } },
            allow: {
              to: { element: { type: 'feature', captured: { feature: '{{ from.element.captured.feature }}' } } },
            },
          },
        ]
      : [{ from: { element: { type: module } }, allow: { to: { element: { type: module } } } }]),
  ]),
  {
    from: {
      element: {
        types: { anyOf: moduleRules.map(({ module }) => module).filter((module) => !withElectron.includes(module)) },
      },
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
