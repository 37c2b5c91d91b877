/** Keyboard settings. */
export interface KeySettings {
  /** False disables shortcuts of a single letter, digit or sign, for dictation and screen readers. */
  readonly areSingleKeysOn: boolean;
  /** Keys that replace the defaults, by action id; an empty list means no key. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}
