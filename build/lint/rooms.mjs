/**
 * The rooms of the house and the arrows between them (docs/architecture.md). One row a room: where it lives, which rooms
 * it may import, and the sentence a person reads who draws another arrow.
 */
export const rooms = [
  {
    room: 'contract',
    pattern: 'preload/contract',
    may: [],
    why: 'the contract imports nothing: both sides depend on it',
  },
  {
    room: 'preload',
    pattern: 'preload',
    may: ['contract'],
    why: 'the preload carries messages and knows only the contract',
  },

  {
    room: 'base',
    pattern: 'main/base',
    may: ['contract'],
    why: 'main/base is what all rooms stand on and knows none of them',
  },
  {
    room: 'floor',
    pattern: 'main/floor',
    may: ['contract', 'base'],
    why: 'the floor is the domain: declare a port here and let compose.ts plug the other room in',
  },
  {
    room: 'requests',
    pattern: 'main/gws/requests',
    may: ['base', 'gws'],
    why: 'the budget decides when something is asked, and knows neither the floor nor what is read',
  },
  {
    room: 'gws',
    pattern: 'main/gws',
    may: ['contract', 'base', 'floor', 'requests'],
    why: "the vendor room knows the floor's events and nothing else of the house",
  },
  {
    room: 'settings',
    pattern: 'main/settings',
    may: ['contract', 'base'],
    why: 'settings know only their own shape: take a port',
  },
  {
    room: 'diagnostics',
    pattern: 'main/diagnostics',
    may: ['contract', 'base'],
    why: 'diagnostics look at log lines only',
  },
  {
    room: 'ipc',
    pattern: 'main/ipc',
    may: ['contract', 'base', 'floor', 'settings'],
    why: 'the counter passes commands on: take a port for anything else',
  },
  {
    room: 'rules',
    pattern: 'main/rules',
    may: ['contract', 'base', 'floor', 'settings'],
    why: 'the command tries the attention rules on files; it needs the rules and their settings only',
  },
  {
    room: 'practice',
    pattern: 'main/practice',
    may: ['base'],
    why: 'the practice floor is a server of its own and shares nothing with the client',
  },
  {
    room: 'electron',
    pattern: 'main/electron',
    // The tray, the menu and notifications say what the windows say, so they have one catalogue.
    may: ['contract', 'base', 'floor', 'gws', 'ipc', 'settings', 'diagnostics', 'locales'],
    why: 'the OS room implements ports that other rooms declare',
  },
  {
    room: 'main',
    pattern: 'main',
    may: ['contract', 'base', 'floor', 'gws', 'ipc', 'settings', 'diagnostics', 'electron'],
    why: 'only the entry and compose.ts know every room',
  },

  { room: 'bridge', pattern: 'renderer/bridge', may: ['contract'], why: 'the bridge room only passes on' },
  { room: 'pump', pattern: 'renderer/pump', may: ['contract'], why: 'the pump is handed all it needs' },
  { room: 'domain', pattern: 'renderer/domain', may: ['contract'], why: 'renderer/domain is pure: hand it values' },
  {
    room: 'stores',
    pattern: 'renderer/stores',
    may: ['contract', 'bridge', 'pump', 'domain'],
    why: 'stores never draw',
  },
  {
    room: 'ui',
    pattern: 'renderer/ui',
    may: [],
    why: 'the design system takes props and emits events: it knows no store and no chat',
  },
  { room: 'locales', pattern: 'renderer/locales', may: ['contract'], why: 'catalogues are text' },
  {
    room: 'feature',
    pattern: 'renderer/features/*',
    capture: ['feature'],
    may: ['contract', 'bridge', 'domain', 'stores', 'ui'],
    why: 'features never import each other: move what they share to renderer/domain or renderer/ui, or let renderer/app join them',
  },
  {
    room: 'app',
    pattern: 'renderer/app',
    may: ['contract', 'bridge', 'pump', 'domain', 'stores', 'ui', 'feature', 'locales'],
    why: 'the shell joins features',
  },
  {
    room: 'window',
    pattern: 'renderer',
    may: ['contract', 'bridge', 'app', 'ui', 'stores', 'pump'],
    why: 'the entry only starts the shell',
  },
];
