import type { Dictionary } from '../../preload/contract/spelling';

export const maxSuggestions = 5;

/** What the process is asked: which of the words are misspelt, or what one may mean. A word is right if one of the dictionaries has it. */
export type SpellingQuestion =
  | { readonly type: 'check'; readonly words: readonly string[]; readonly use: readonly Dictionary[] }
  | { readonly type: 'suggest'; readonly word: string; readonly use: readonly Dictionary[] };

export interface SpellingRequest {
  readonly id: number;
  readonly question: SpellingQuestion;
}

/** `words`: the misspelt ones, or the suggestions, the best first; `null` for a word that is right, or with `isUnreadable`. */
export interface SpellingReply {
  readonly id: number;
  readonly words: readonly string[] | null;
  /** The dictionaries could not be read. */
  readonly isUnreadable?: true;
}
