import type { Language } from '../../preload/contract';
import { languages } from '../../preload/contract/languages';
import { lookedUpWord, maxAddedWords, maxWordLength, type Dictionary } from '../../preload/contract/spelling';
import type { SpellingQuestion } from './messages';

/** The process that knows the dictionaries. It returns `null` when it cannot look up now, and for a suggestion if the word is right. */
export interface SpellingProcess {
  readonly isRunning: boolean;
  ask(question: SpellingQuestion): Promise<readonly string[] | null>;
}

interface SpellingSettings {
  readonly checksSpelling: boolean;
  readonly addedWords: readonly string[];
}

export interface SpellingOptions {
  readonly process: SpellingProcess;
  readonly settings: {
    current(): SpellingSettings;
    change(patch: Pick<SpellingSettings, 'addedWords'>): unknown;
  };
  readonly language: () => Language;
}

/** English is written in every contact centre; the dictionaries of both its spellings apply. */
const english: readonly Dictionary[] = ['en', 'en-gb'];

/** What the windows ask about the supervisor's own texts. */
export class SpellingService {
  readonly #options: SpellingOptions;

  constructor(options: SpellingOptions) {
    this.#options = options;
  }

  /** Returns the misspelt ones of these words; `null` if they cannot be checked now. */
  async misspelt(words: readonly string[]): Promise<readonly string[] | null> {
    const { checksSpelling, addedWords } = this.#options.settings.current();
    if (!checksSpelling) return null;
    const added = new Set(addedWords);
    const unknown = [...new Set(words)].filter((word) => !added.has(word));
    if (unknown.length === 0) return [];
    return this.#options.process.ask({ type: 'check', words: unknown, use: this.#use() });
  }

  /** Returns what a selected word may mean; `null` if it is not misspelt as far as is known. Never starts the process. */
  async suggestions(selected: string): Promise<readonly string[] | null> {
    const { process, settings } = this.#options;
    const { checksSpelling, addedWords } = settings.current();
    const word = lookedUpWord(selected);
    const isWord = word.length <= maxWordLength && !/\s/u.test(word);
    if (!checksSpelling || !process.isRunning || !isWord || addedWords.includes(word)) return null;
    return process.ask({ type: 'suggest', word, use: this.#use() });
  }

  /** Adds a word to the supervisor's own. The oldest make room. */
  addWord(selected: string): void {
    const { addedWords } = this.#options.settings.current();
    const word = lookedUpWord(selected);
    if (word === '' || word.length > maxWordLength || addedWords.includes(word)) return;
    this.#options.settings.change({ addedWords: [...addedWords, word].slice(-maxAddedWords) });
  }

  #use(): readonly Dictionary[] {
    return [...languages[this.#options.language()].dictionaries, ...english];
  }
}
