import type { AttentionSettings } from './attention';
import type { ListChoices, PastKept, SetAside } from './chat-list';
import type { Mode, WatchScope } from './mode';
import type { WallSettings } from './wall';
import type { WatchTeam } from './watch-team';

export type Theme = 'system' | 'light' | 'dark';
/** Languages of the console. */
export type Language = 'en' | 'de' | 'ar';
export type Density = 'comfortable' | 'compact';

/** Keyboard settings. */
export interface KeySettings {
  /** False disables shortcuts of a single letter, digit or sign, for dictation and screen readers. */
  readonly areSingleKeysOn: boolean;
  /** Keys that replace the defaults, by action id; an empty list means no key. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

/** Settings that survive a restart. A schema in main validates them; unknown keys are refused. */
export interface Settings {
  /** `system`: the first system language that the console supports, otherwise English. */
  readonly language: 'system' | Language;
  readonly theme: Theme;
  readonly density: Density;
  readonly notifyChatStarted: boolean;
  readonly notifyChatTakenAway: boolean;
  readonly closeToTray: boolean;
  readonly watchMode: Mode;
  readonly watchScope: WatchScope;
  readonly watchGroups: readonly WatchTeam[];
  /**
   * What happens to the watches of the last sign-in at the supervisor's next one. After a crash they are offered even
   * if this is `never`.
   */
  readonly resumesWatches: 'offer' | 'always' | 'never';
  readonly sidePanelOpen: boolean;
  readonly attention: AttentionSettings;
  readonly notifyNeedsYou: boolean;
  readonly wall: WallSettings;
  readonly keys: KeySettings;
  /** Accepts an invitation that answers this supervisor's own intrude request at once. */
  readonly acceptsInvitations: boolean;
  /** How barge in is triggered: by a press, or by a short hold, so that a slip does not make the supervisor visible. */
  readonly bargeInBy: 'press' | 'hold';
  readonly list: ListChoices;
  readonly pastKept: PastKept;
  readonly setAside: readonly SetAside[];
}
