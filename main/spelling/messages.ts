/** The dictionaries of the program: folders in `dictionaries` of the application. */
export const dictionaries = ['en', 'en-gb', 'de'] as const;
export type Dictionary = (typeof dictionaries)[number];

/** Longer letters in a row are no word; Hunspell would take long for them. */
export const maxWordLength = 60;
export const maxSuggestions = 5;

/** A request to the process. A word is right if one of the dictionaries has it. */
export type SpellingRequest = { readonly id: number; readonly use: readonly Dictionary[] } & (
  { readonly type: 'check'; readonly words: readonly string[] } | { readonly type: 'suggest'; readonly word: string }
);

/** `words`: the misspelt ones, or the suggestions, the best first. `null`: the dictionaries could not be read. */
export interface SpellingReply {
  readonly id: number;
  readonly words: readonly string[] | null;
}
