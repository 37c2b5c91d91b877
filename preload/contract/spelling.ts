/** Folders in `dictionaries` of the program; `build/prepare/app-folder.mjs` fills them. */
export type Dictionary = 'en' | 'en-gb' | 'de';

/** Longer letters in a row are no word; Hunspell would take long for them. */
export const maxWordLength = 60;
/** The most words of one request. A long text is checked in several. */
export const maxWordsPerCheck = 200;
/** The most words that a supervisor can add to the dictionaries. */
export const maxAddedWords = 2_000;

/** What main offers in place of a misspelt word, chosen in its context menu. */
export interface SpellingReplacement {
  readonly word: string;
  readonly replacement: string;
}

/** The word as dictionaries have it: letters composed, one kind of apostrophe. */
export function lookedUpWord(written: string): string {
  return written.normalize('NFC').replaceAll('\u2019', "'");
}
