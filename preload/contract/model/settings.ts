import type { RecordedSettings } from '../setting-records';
import type { AttentionSettings } from './attention';

export type Theme = RecordedSettings['theme'];
export type Density = RecordedSettings['density'];
export type OnClose = RecordedSettings['onClose'];
/** How long a past chat stays in the list. */
export type PastKept = RecordedSettings['pastKept'];

/** Keyboard settings. */
export interface KeySettings {
  /** False disables shortcuts of a single letter, digit or sign, for dictation and screen readers. */
  readonly areSingleKeysOn: boolean;
  /** Keys that replace the defaults, by action id; an empty list means no key. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

/** Settings that survive a restart. A schema in main validates them; unknown keys are refused. */
export interface Settings extends RecordedSettings {
  readonly attention: AttentionSettings;
}
