import type { AttentionSettings } from './attention';
import type { ListChoices, PastKept, SetAside } from './chat-list';
import type { Mode, WatchScope } from './mode';
import type { WallSettings } from './wall';
import type { WatchTeam } from './watch-team';

export type Theme = 'system' | 'light' | 'dark';
/** The languages the console speaks. */
export type Language = 'en' | 'de' | 'ar';
export type Density = 'comfortable' | 'compact';

/** What the supervisor changed about the keyboard. */
export interface KeySettings {
  /** False: a letter, digit or sign pressed alone does nothing, for those who dictate or use a screen reader. */
  readonly areSingleKeysOn: boolean;
  /** Keys chosen instead of the usual ones, by the id of the action; an empty list: no key at all. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

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
  readonly watchGroups: readonly WatchTeam[];
  /** What becomes of the watches of the last sign-in at the next one of the same supervisor. After a bad end they are offered even where the choice is `never`. */
  readonly resumesWatches: 'offer' | 'always' | 'never';
  readonly sidePanelOpen: boolean;
  readonly attention: AttentionSettings;
  readonly notifyNeedsYou: boolean;
  readonly wall: WallSettings;
  readonly keys: KeySettings;
  /** An invitation that answers this supervisor's own wish to join is accepted at once. */
  readonly acceptsInvitations: boolean;
  /** What barging in takes: one press, or one that is held for a moment, so that no slip of the hand makes anybody visible. */
  readonly bargeInBy: 'press' | 'hold';
  readonly list: ListChoices;
  readonly pastKept: PastKept;
  readonly setAside: readonly SetAside[];
}
