import type { Language } from '../../preload/contract';
import type { Dictionary, SpellingRequest } from './messages';

/** A request without the number that matches it with its reply. */
export type SpellingQuestion = SpellingRequest extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'id'>
    : never
  : never;

/** The process that knows the dictionaries. It returns `null` when it cannot look up now. */
export interface SpellingProcess {
  ask(question: SpellingQuestion, limitMs: number): Promise<readonly string[] | null>;
  stop(): void;
}

export interface SpellingOptions {
  readonly process: SpellingProcess;
  readonly settings: () => { readonly checksSpelling: boolean; readonly ownWords: readonly string[] };
  readonly language: () => Language;
}

/** Reading the dictionaries for the first time takes about two seconds. */
const checkLimitMs = 10_000;
/** The menu opens after this in any case. */
const suggestLimitMs = 1_500;

/** English is written in every contact centre; the dictionaries of both its spellings apply. */
const english: readonly Dictionary[] = ['en', 'en-gb'];
const dictionariesFor: Readonly<Record<Language, readonly Dictionary[]>> = {
  en: english,
  de: ['de', ...english],
  // No Arabic dictionary: the page asks about Latin words only.
  ar: english,
};

/**
 * What the windows ask about the supervisor's own texts. Without an answer nothing is misspelt: a red line that is wrong is
 * worse than none.
 */
export class SpellingService {
  readonly #options: SpellingOptions;

  constructor(options: SpellingOptions) {
    this.#options = options;
  }

  async misspelt(words: readonly string[]): Promise<readonly string[]> {
    const { checksSpelling, ownWords } = this.#options.settings();
    const own = new Set(ownWords);
    const unknown = words.filter((word) => !own.has(word));
    if (!checksSpelling || unknown.length === 0) return [];
    return (await this.#options.process.ask({ type: 'check', words: unknown, use: this.#use() }, checkLimitMs)) ?? [];
  }

  async suggest(word: string): Promise<readonly string[]> {
    return (await this.#options.process.ask({ type: 'suggest', word, use: this.#use() }, suggestLimitMs)) ?? [];
  }

  #use(): readonly Dictionary[] {
    return dictionariesFor[this.#options.language()];
  }
}
