import { maxSuggestions, maxWordLength, type Dictionary } from './messages';

/** One dictionary in memory. */
export interface Lexicon {
  spell(word: string): boolean;
  suggest(word: string): readonly string[];
}

/** Enough for the words of a working day; a word is looked up again after that. */
const maxRemembered = 20_000;

/** Looks words up in several dictionaries, and remembers what it found: a page checks its whole text at every key. */
export class Speller {
  readonly #open: (dictionary: Dictionary) => Promise<Lexicon>;
  readonly #lexicons = new Map<Dictionary, Promise<Lexicon>>();
  readonly #found = new Map<string, boolean>();

  constructor(open: (dictionary: Dictionary) => Promise<Lexicon>) {
    this.#open = open;
  }

  /** Returns the words that no dictionary has. */
  async misspelt(words: readonly string[], use: readonly Dictionary[]): Promise<readonly string[]> {
    const lexicons = await this.#lexiconsOf(use);
    return words.filter((word) => isWord(word) && !this.#isRight(word, use, lexicons));
  }

  /** Returns what may be meant: the best of each dictionary in turn. */
  async suggest(word: string, use: readonly Dictionary[]): Promise<readonly string[]> {
    if (!isWord(word)) return [];
    const found = (await this.#lexiconsOf(use)).map((lexicon) => lexicon.suggest(word));
    const inTurn = Array.from({ length: maxSuggestions }, (_, rank) => found.map((words) => words[rank]));
    return [...new Set(inTurn.flat().filter((each) => each !== undefined))].slice(0, maxSuggestions);
  }

  #isRight(word: string, use: readonly Dictionary[], lexicons: readonly Lexicon[]): boolean {
    const key = `${use.join()} ${word}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const isRight = lexicons.some((lexicon) => lexicon.spell(word));
    if (this.#found.size >= maxRemembered) this.#found.clear();
    this.#found.set(key, isRight);
    return isRight;
  }

  #lexiconsOf(use: readonly Dictionary[]): Promise<readonly Lexicon[]> {
    return Promise.all(
      use.map((dictionary) => {
        const opened = this.#lexicons.get(dictionary) ?? this.#open(dictionary);
        this.#lexicons.set(dictionary, opened);
        return opened;
      }),
    );
  }
}

/** Numbers, codes and single letters are not checked. */
function isWord(word: string): boolean {
  return word.length > 1 && word.length <= maxWordLength && !/\d/u.test(word);
}
