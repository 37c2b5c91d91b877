import type { Mode, WatchScope } from './mode';

export type Theme = 'system' | 'light' | 'dark';
/** The languages the console speaks. */
export type Language = 'en' | 'de' | 'ar';
export type Density = 'comfortable' | 'compact';

/** Choices that survive a restart. One schema in main checks them; unknown keys are refused. */
export interface Settings {
  /** `system`: the first of the system's languages that the console speaks, English where it speaks none of them. */
  readonly language: 'system' | Language;
  readonly theme: Theme;
  readonly density: Density;
  readonly notifyChatStarted: boolean;
  readonly notifyChatTakenAway: boolean;
  readonly closeToTray: boolean;
  readonly watchMode: Mode;
  readonly watchScope: WatchScope;
  readonly sidePanelOpen: boolean;
  /** An invitation that answers this supervisor's own wish to join is accepted at once. */
  readonly acceptsInvitations: boolean;
}
