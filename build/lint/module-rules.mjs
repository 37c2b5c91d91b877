/** What main/electron and the entry both import. */
const belowElectron = [
  ...[
    'contract',
    'base',
    'floor',
    'gws',
    'ipc',
    'settings',
    'policy',
    'diagnostics',
    'journal',
    'notifications',
    'ui-strings',
  ],
  ...['session', 'shell', 'windows', 'dbus', 'budget', 'network', 'updates', 'connection-check', 'spelling'],
];

/**
 * The modules and the imports allowed between them (docs/architecture.md). One row per module: its folder, the modules it
 * may import, and the message of lint for any other import.
 */
export const moduleRules = [
  {
    module: 'contract',
    pattern: 'preload/contract',
    may: [],
    why: 'the contract imports nothing: both sides depend on it',
  },
  {
    module: 'preload',
    pattern: 'preload',
    may: ['contract'],
    why: 'the preload carries messages and knows only the contract',
  },

  {
    module: 'base',
    pattern: 'main/base',
    may: ['contract'],
    why: 'main/base is below every module and imports none of them',
  },
  {
    module: 'floor',
    pattern: 'main/floor',
    may: ['contract', 'base'],
    why: 'the floor is the domain: declare a port here and let compose.ts plug the other module in',
  },
  {
    module: 'requests',
    pattern: 'main/gws/requests',
    may: ['contract', 'base', 'gws'],
    why: 'the budget decides when something is asked, and knows neither the floor nor what is read',
  },
  {
    module: 'gws',
    pattern: 'main/gws',
    may: ['contract', 'base', 'floor', 'requests', 'connection-check'],
    why: "the vendor module knows the floor's events and the ports that it implements",
  },
  {
    module: 'settings',
    pattern: 'main/settings',
    may: ['contract', 'base'],
    why: 'settings know only their own shape: take a port',
  },
  {
    module: 'policy',
    pattern: 'main/policy',
    may: ['contract', 'base', 'settings', 'updates'],
    why: 'a policy is read without electron and knows only the settings it fixes',
  },
  {
    module: 'updates',
    pattern: 'main/updates',
    may: ['contract', 'base'],
    why: 'what is newer and what may be installed is decided without electron',
  },
  {
    module: 'diagnostics',
    pattern: 'main/diagnostics',
    may: ['contract', 'base'],
    why: 'diagnostics look at log lines only',
  },
  {
    module: 'journal',
    pattern: 'main/journal',
    may: ['contract', 'base'],
    why: 'the journal records what it is given: take a port',
  },
  {
    module: 'budget',
    pattern: 'main/budget',
    may: ['contract', 'base', 'floor', 'journal'],
    why: 'the monitoring budget counts what the floor and the journal report: take a port for anything else',
  },
  {
    module: 'ipc',
    pattern: 'main/ipc',
    may: ['contract', 'base', 'floor', 'settings'],
    why: 'main/ipc only passes commands on: take a port for anything else',
  },
  {
    module: 'rules',
    pattern: 'main/rules',
    may: ['contract', 'base', 'floor', 'settings'],
    why: 'the command tries the attention rules on files; it needs the rules and their settings only',
  },
  {
    module: 'practice',
    pattern: 'main/practice',
    may: ['base'],
    why: 'the practice floor is a server of its own and shares nothing with the client',
  },
  {
    module: 'spelling',
    pattern: 'main/spelling',
    may: ['contract', 'base'],
    why: 'what is misspelt is decided without electron; the process only knows its dictionaries',
  },
  {
    module: 'ui-strings',
    pattern: 'main/ui-strings',
    // The tray, the menu and notifications share the catalogues of the windows.
    may: ['contract', 'locales'],
    why: 'the texts of main are formatted here and nothing else',
  },
  {
    module: 'notifications',
    pattern: 'main/notifications',
    may: ['contract', 'base', 'ui-strings'],
    why: 'what deserves an alert and how it reads is decided without electron',
  },
  {
    module: 'session',
    pattern: 'main/session',
    may: ['contract', 'base', 'floor', 'gws', 'connection-check'],
    why: 'signing in and the platform that is plugged in: take a port for anything else',
  },
  {
    module: 'network',
    pattern: 'main/network',
    may: ['contract', 'base'],
    why: 'what the network needs is decided without electron and without the vendor: take a port',
  },
  {
    module: 'connection-check',
    pattern: 'main/connection-check',
    may: ['contract', 'base'],
    why: 'the check knows neither the vendor nor electron: both come through ports.ts',
  },
  {
    module: 'shell',
    pattern: 'main/shell',
    may: ['contract', 'base', 'floor', 'notifications', 'ui-strings'],
    why: 'what the program decides about start, tray and pages is plain; main/electron carries it out',
  },
  {
    module: 'windows',
    pattern: 'main/windows',
    may: ['contract', 'base', 'floor', 'ipc', 'settings', 'shell', 'ui-strings'],
    why: 'which windows there are is decided without electron: declare a port in console-window.ts',
  },
  {
    module: 'dbus',
    pattern: 'main/dbus',
    may: ['contract', 'base', 'notifications'],
    why: 'the session bus of Linux implements ports that other modules declare',
  },
  {
    module: 'electron',
    pattern: 'main/electron',
    may: [...belowElectron],
    why: 'main/electron implements ports that other modules declare',
  },
  {
    module: 'main',
    pattern: 'main',
    may: [...belowElectron, ...['requests', 'electron']],
    why: 'only the entry and compose.ts know every module',
  },

  { module: 'bridge', pattern: 'renderer/bridge', may: ['contract'], why: 'the bridge module only passes on' },
  { module: 'sync', pattern: 'renderer/sync', may: ['contract'], why: 'the snapshot sync is handed all it needs' },
  { module: 'domain', pattern: 'renderer/domain', may: ['contract'], why: 'renderer/domain is pure: hand it values' },
  {
    module: 'stores',
    pattern: 'renderer/stores',
    may: ['contract', 'bridge', 'sync', 'domain'],
    why: 'stores never draw',
  },
  {
    module: 'ui',
    pattern: 'renderer/ui',
    may: [],
    why: 'the design system takes props and emits events: it knows no store and no chat',
  },
  { module: 'locales', pattern: 'renderer/locales', may: ['contract'], why: 'catalogues are text' },
  {
    module: 'feature',
    pattern: 'renderer/features/*',
    capture: ['feature'],
    may: ['contract', 'bridge', 'domain', 'stores', 'ui'],
    why: 'features never import each other: move what they share to renderer/domain or renderer/ui, or let renderer/app connect them',
  },
  {
    module: 'app',
    pattern: 'renderer/app',
    may: ['contract', 'bridge', 'sync', 'domain', 'stores', 'ui', 'feature', 'locales'],
    why: 'the shell connects features',
  },
  {
    module: 'window',
    pattern: 'renderer',
    may: ['contract', 'bridge', 'app', 'ui', 'stores', 'sync'],
    why: 'the entry only starts the shell',
  },
];
