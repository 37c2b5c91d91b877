import type { Mode, WatchScope } from './mode';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';

/** Choices that survive a restart. One schema in main checks them; unknown keys are refused. */
export interface Settings {
  readonly theme: Theme;
  readonly density: Density;
  readonly notifyChatStarted: boolean;
  readonly notifyChatTakenAway: boolean;
  readonly closeToTray: boolean;
  readonly watchMode: Mode;
  readonly watchScope: WatchScope;
  readonly sidePanelOpen: boolean;
}
