import { maxWordLength, type Dictionary } from '../../preload/contract/spelling';
import { maxSuggestions } from './messages';

/** One dictionary in memory. */
export interface Lexicon {
  spell(word: string): boolean;
  suggest(word: string): readonly string[];
}

/** Looks words up in several dictionaries, each of which is read once, when a word first needs it. */
export class Speller {
  readonly #open: (dictionary: Dictionary) => Promise<Lexicon>;
  readonly #lexicons = new Map<Dictionary, Promise<Lexicon>>();

  constructor(open: (dictionary: Dictionary) => Promise<Lexicon>) {
    this.#open = open;
  }

  /** Returns the words that no dictionary has. */
  async misspelt(words: readonly string[], use: readonly Dictionary[]): Promise<readonly string[]> {
    const lexicons = await this.#lexiconsOf(use);
    return words.filter((word) => isWord(word) && !lexicons.some((lexicon) => lexicon.spell(word)));
  }

  /** Returns what may be meant: the best of each dictionary in turn. `null`: the word is right. */
  async suggest(word: string, use: readonly Dictionary[]): Promise<readonly string[] | null> {
    const [misspelt] = await this.misspelt([word], use);
    if (misspelt === undefined) return null;
    const found = (await this.#lexiconsOf(use)).map((lexicon) => lexicon.suggest(word));
    const inTurn = Array.from({ length: maxSuggestions }, (_, rank) => found.map((words) => words[rank]));
    return [...new Set(inTurn.flat().filter((each) => each !== undefined))].slice(0, maxSuggestions);
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

/** Hunspell would take long for more letters. */
function isWord(word: string): boolean {
  return word.length > 1 && word.length <= maxWordLength;
}
