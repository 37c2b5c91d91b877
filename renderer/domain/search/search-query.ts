import { foldText } from '../../../preload/contract/text/fold-text';
import { wordsOf } from './words-of';

/** One word, or several adjacent words. */
export interface SearchTerm {
  readonly words: readonly string[];
  /** The last word is a prefix: it is still being typed, or stands for all its forms. */
  readonly isOpen: boolean;
}

/** All terms must match. Empty: no query. */
export type SearchQuery = readonly SearchTerm[];

/** Further terms are ignored. */
const mostTerms = 16;
const longestQuery = 400;
const chunk = /["“”„«»]([^"“”„«»]*)(["“”„«»]?)|[^\s"“”„«»]+/gu;

/**
 * Parses the query: words in any order, each a prefix. Quotation marks make an exact phrase once they are closed.
 * Punctuation inside a word ("4471-A", an address) makes a phrase as well.
 */
export function parseQuery(text: string): SearchQuery {
  const terms: SearchTerm[] = [];
  const seen = new Set<string>();
  for (const match of text.slice(0, longestQuery).matchAll(chunk)) {
    const words = wordsOf(foldText(match[1] ?? match[0]));
    const isOpen = (match[2] ?? '') === '';
    const same = JSON.stringify([words, isOpen]);
    if (words.length === 0 || seen.has(same) || terms.length === mostTerms) continue;
    seen.add(same);
    terms.push({ words, isOpen });
  }
  return terms;
}

/** Whether the term is a single letter of an alphabet; a Chinese character or an emoji is a word. */
export function isOneLetter({ words }: SearchTerm): boolean {
  return words.length === 1 && /^\p{Alphabetic}$/u.test(words[0] ?? '') && !/^\p{Ideographic}$/u.test(words[0] ?? '');
}

/** Whether the term occurs in these words at `place`. */
export function matchesAt(term: SearchTerm, words: readonly string[], place: number): boolean {
  const last = term.words.length - 1;
  return term.words.every((wanted, step) => {
    const word = words[place + step];
    if (word === undefined) return false;
    return step === last && term.isOpen ? word.startsWith(wanted) : word === wanted;
  });
}
