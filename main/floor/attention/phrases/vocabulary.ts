import { isSmallWord, type Language } from '../language/small-words';
import { stemOf } from '../language/stems';
import { spellingsOf } from './spellings';
import { isOneSlip } from './slips';
import { minBeginning, type WrittenWord } from './phrase-syntax';

const maxRemembered = 40_000;
/** Letters a stemmer keeps at the beginning of a word, except for the German participle and Arabic prefixes. */
const stemStart = 2;
const maxRememberedLength = 32;
/** Minimum letters of a word that may be misspelt; shorter ones are too often one letter from another word. */
const minMisspelt = 7;
const none: readonly number[] = [];

/**
 * Numbers the words of all phrases and finds those that a text word matches. Results are cached, because floors use few
 * different words: a word is folded, stemmed and compared once, whatever the number of phrases.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #exact = new Map<string, number[]>();
  readonly #beginnings = new Map<string, { readonly text: string; readonly number: number }[]>();
  readonly #stems = new Map<string, number>();
  readonly #stemStarts = new Map<Language, Set<string>>();
  /** By first letter and length: a misspelt word keeps its first letter and differs by at most one letter in length. */
  readonly #longWords = new Map<string, string[]>();
  readonly #remembered = new Map<string, readonly number[]>();

  /** Returns the number of a phrase word. */
  numberOf({ text, match }: WrittenWord, language: Language | null): number {
    const key = match === 'anyForm' ? `${match} ${language ?? ''} ${text}` : `${match} ${text}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (match === 'anyForm' && language !== null) return this.#numberOfStem(text, language, key);
    const number = this.#next(key);
    if (match === 'beginning') {
      const start = text.slice(0, minBeginning);
      this.#beginnings.set(start, [...(this.#beginnings.get(start) ?? []), { text, number }]);
    } else this.#exact.set(text, [...(this.#exact.get(text) ?? []), number]);
    this.#learnLong(text);
    return number;
  }

  /** Returns the numbers of the phrase words that this word matches. */
  of(word: string): readonly number[] {
    const known = this.#remembered.get(word);
    if (known !== undefined) return known;
    // Amounts and order numbers are all different and would fill the cache.
    if (/^\d+$/u.test(word)) return this.#exact.get(word) ?? none;
    const numbers = this.#lookUp(word);
    if (this.#remembered.size >= maxRemembered) this.#remembered.clear();
    if (word.length <= maxRememberedLength) this.#remembered.set(word, numbers);
    return numbers;
  }

  #next(key: string): number {
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }

  /** Returns the number that all words with this stem share. */
  #numberOfStem(text: string, language: Language, key: string): number {
    const stem = `${language} ${stemOf(text, language)}`;
    const number = this.#stems.get(stem) ?? this.#next(`stem ${stem}`);
    this.#stems.set(stem, number);
    const starts = this.#stemStarts.get(language) ?? new Set();
    this.#stemStarts.set(language, starts.add(stemOf(text, language).slice(0, stemStart)));
    this.#numbers.set(key, number);
    this.#learnLong(text);
    return number;
  }

  #learnLong(text: string): void {
    if (text.length < minMisspelt || /\d/u.test(text)) return;
    const key = `${text.slice(0, 1)}${String(text.length)}`;
    const same = this.#longWords.get(key);
    if (same === undefined) this.#longWords.set(key, [text]);
    else same.push(text);
  }

  #lookUp(word: string): readonly number[] {
    const numbers = new Set<number>();
    for (const spelling of spellingsOf(word)) this.#addAll(spelling, numbers);
    if (numbers.size === 0) {
      for (const meant of this.#meantBy(word)) this.#addAll(meant, numbers);
    }
    return numbers.size === 0 ? none : [...numbers];
  }

  #addAll(spelling: string, numbers: Set<number>): void {
    for (const number of this.#exact.get(spelling) ?? none) numbers.add(number);
    for (const { text, number } of this.#beginnings.get(spelling.slice(0, minBeginning)) ?? []) {
      if (spelling.startsWith(text)) numbers.add(number);
    }
    if (spelling.length < 2) return;
    const isArabic = arabic.test(spelling);
    for (const [language, starts] of this.#stemStarts) {
      if (isArabic !== (language === 'ar') || !(isArabic || mayBegin(spelling, language, starts))) continue;
      const number = this.#stems.get(`${language} ${stemOf(spelling, language)}`);
      if (number !== undefined) numbers.add(number);
    }
  }

  #meantBy(word: string): readonly string[] {
    if (word.length < minMisspelt || word.length > maxRememberedLength || /\d/u.test(word)) return [];
    if (isSmallWord(word, null)) return [];
    return [-1, 0, 1].flatMap((more) =>
      (this.#longWords.get(`${word.slice(0, 1)}${String(word.length + more)}`) ?? []).filter((text) =>
        isOneSlip(word, text),
      ),
    );
  }
}

const arabic = /^[\u0600-\u06ff]/u;

function mayBegin(word: string, language: Language, starts: ReadonlySet<string>): boolean {
  if (starts.has(word.slice(0, stemStart))) return true;
  return language === 'de' && word.startsWith('ge') && starts.has(word.slice(2, 2 + stemStart));
}
