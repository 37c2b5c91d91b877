import { foldText } from '../../../preload/contract/text/fold-text';
import { wordsOf } from './words-of';

/** What has to be found in one piece: one word, or several that stand directly behind each other. */
export interface SearchTerm {
  readonly words: readonly string[];
  /** The last word may go on: somebody is still typing it, or means all its forms. */
  readonly isOpen: boolean;
}

/** Every term has to be found. Empty: nothing is asked. */
export type SearchQuery = readonly SearchTerm[];

/** More are not told apart by anybody; the rest is ignored. */
const mostTerms = 16;
const longestQuery = 400;
const chunk = /["“”„«»]([^"“”„«»]*)(["“”„«»]?)|[^\s"“”„«»]+/gu;

/**
 * Reads what was typed: words in any order, each the beginning of a word; what stands in quotation marks is a phrase, to
 * the letter once the closing mark is there. Signs inside a word ("4471-A", an address) make it a phrase as well.
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

/** Whether the term is a single letter of an alphabet; a sign of Chinese or an emoji is a word. */
export function isOneLetter({ words }: SearchTerm): boolean {
  return words.length === 1 && /^\p{Alphabetic}$/u.test(words[0] ?? '') && !/^\p{Ideographic}$/u.test(words[0] ?? '');
}

/** Whether the term stands in these words beginning at `place`. */
export function matchesAt(term: SearchTerm, words: readonly string[], place: number): boolean {
  const last = term.words.length - 1;
  return term.words.every((wanted, step) => {
    const word = words[place + step];
    if (word === undefined) return false;
    return step === last && term.isOpen ? word.startsWith(wanted) : word === wanted;
  });
}
