import { foldText } from '../fold-text';
import type { SearchQuery, SearchTerm } from './search-query';
import { WordBook } from './word-book';
import { wordsOf } from './words-of';

/** What a text of a chat is called: the index of an entry of its transcript, or the name of a fact known about it. */
export type TextKey = number | string;

export interface ChatMatch {
  readonly chatId: string;
  /** Names of the facts in which something of the query stands. */
  readonly facts: readonly string[];
  /** Indexes of the entries found, ascending. */
  readonly entries: readonly number[];
}

interface Indexed {
  readonly chatId: string;
  readonly key: TextKey;
  text: string;
  words: readonly number[];
}

/**
 * Finds words in the texts of many chats. Each word knows the texts it stands in, so a search looks at what it finds and not at
 * what was said; a text that is new or changed costs its own words and nothing else.
 *
 * A message is found when every term stands in it or in a fact of its chat (who, which order), and at least one in itself:
 * "kim refund" finds the refunds in Kim's chats. A chat is found by its facts alone when every term stands in them.
 */
export class SearchIndex {
  readonly #book = new WordBook();
  /** Word -> numbers of the texts it stands in, in no order. */
  readonly #texts: number[][] = [];
  readonly #indexed: (Indexed | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #chats = new Map<string, Map<TextKey, number>>();
  #found = new Uint32Array(1_024);

  /** Takes in a text, in place of the one that had its key before. */
  put(chatId: string, key: TextKey, text: string): void {
    const chat = this.#chats.get(chatId) ?? new Map<TextKey, number>();
    this.#chats.set(chatId, chat);
    const before = chat.get(key);
    if (before !== undefined && this.#indexed[before]?.text === text) return;
    if (before !== undefined) this.#takeOut([before]);
    const number = before ?? this.#free.pop() ?? this.#indexed.length;
    const words = wordsOf(foldText(text)).map((word) => this.#book.take(word));
    this.#indexed[number] = { chatId, key, text, words };
    for (const word of new Set(words)) (this.#texts[word] ??= []).push(number);
    chat.set(key, number);
  }

  keysOf(chatId: string): readonly TextKey[] {
    return [...(this.#chats.get(chatId)?.keys() ?? [])];
  }

  chatIds(): readonly string[] {
    return [...this.#chats.keys()];
  }

  remove(chatId: string, keys: readonly TextKey[]): void {
    const chat = this.#chats.get(chatId);
    const numbers = keys.flatMap((key) => chat?.get(key) ?? []);
    for (const key of keys) chat?.delete(key);
    this.#takeOut(numbers);
    for (const number of numbers) this.#indexed[number] = undefined;
    this.#free.push(...numbers);
  }

  removeChat(chatId: string): void {
    this.remove(chatId, this.keysOf(chatId));
    this.#chats.delete(chatId);
  }

  /** What the query finds, chat by chat, in no order. */
  find(query: SearchQuery): readonly ChatMatch[] {
    if (query.length === 0) return [];
    if (this.#found.length < this.#indexed.length) this.#found = new Uint32Array(this.#indexed.length * 2);
    const touched: number[] = [];
    query.forEach((term, place) => {
      this.#mark(term, 1 << place, touched);
    });
    const matches = this.#gather(touched, 2 ** query.length - 1);
    for (const number of touched) this.#found[number] = 0;
    return matches;
  }

  /** Notes in each text that the term stands in it. */
  #mark(term: SearchTerm, bit: number, touched: number[]): void {
    const found = this.#found;
    const note = (number: number): void => {
      const before = found[number] ?? 0;
      if (before === 0) touched.push(number);
      found[number] = before | bit;
    };
    const [first = ''] = term.words;
    if (term.words.length > 1) {
      for (const number of this.#withPhrase(term)) note(number);
      return;
    }
    const exact = this.#book.numberOf(first);
    const words = term.isOpen ? this.#book.beginningWith(first) : exact === undefined ? [] : [exact];
    for (const word of words) for (const number of this.#texts[word] ?? []) note(number);
  }

  /** Looks for the whole phrase only where its rarest whole word stands. */
  #withPhrase(term: SearchTerm): readonly number[] {
    const whole = term.isOpen ? term.words.slice(0, -1) : term.words;
    const numbers = whole.map((word) => this.#book.numberOf(word));
    const places = numbers.map((number) => (number === undefined ? [] : (this.#texts[number] ?? [])));
    const [rarest = []] = places.toSorted((one, other) => one.length - other.length);
    const last = term.words.at(-1) ?? '';
    return rarest.filter((text) => {
      const words = this.#indexed[text]?.words ?? [];
      return words.some((_, from) => {
        if (numbers.some((number, step) => words[from + step] !== number)) return false;
        const next = words[from + numbers.length];
        return !term.isOpen || (next !== undefined && this.#book.wordOf(next).startsWith(last));
      });
    });
  }

  #gather(touched: readonly number[], all: number): readonly ChatMatch[] {
    const chats = new Map<string, { known: number; facts: string[]; entries: number[] }>();
    const inEntries: { indexed: Indexed & { key: number }; found: number }[] = [];
    for (const number of touched) {
      const indexed = this.#indexed[number];
      const found = this.#found[number] ?? 0;
      if (indexed === undefined) continue;
      if (hasIndex(indexed)) inEntries.push({ indexed, found });
      else if (typeof indexed.key === 'string') {
        const chat = chats.get(indexed.chatId) ?? { known: 0, facts: [], entries: [] };
        chats.set(indexed.chatId, { ...chat, known: chat.known | found, facts: [...chat.facts, indexed.key] });
      }
    }
    for (const { indexed, found } of inEntries) {
      let chat = chats.get(indexed.chatId);
      if ((found | (chat?.known ?? 0)) !== all) continue;
      if (chat === undefined) chats.set(indexed.chatId, (chat = { known: 0, facts: [], entries: [] }));
      chat.entries.push(indexed.key);
    }
    return [...chats].flatMap(([chatId, { known, facts, entries }]) =>
      known === all || entries.length > 0 ? [{ chatId, facts, entries: ascending(entries) }] : [],
    );
  }

  /** Takes texts out of the lists of their words; each list is gone through once, however many texts go. */
  #takeOut(numbers: readonly number[]): void {
    const going = new Set(numbers);
    const words = new Set(numbers.flatMap((number) => this.#indexed[number]?.words ?? []));
    for (const word of words) {
      const left = (this.#texts[word] ?? []).filter((number) => !going.has(number));
      this.#texts[word] = left;
      if (left.length === 0) this.#book.forget(word);
    }
  }
}

function hasIndex(indexed: Indexed): indexed is Indexed & { key: number } {
  return typeof indexed.key === 'number';
}

/** Almost always they already are. */
function ascending(indexes: number[]): number[] {
  return indexes.some((index, place) => index < (indexes[place - 1] ?? -Infinity))
    ? indexes.sort((one, other) => one - other)
    : indexes;
}
