import type { SearchQuery, SearchTerm } from './search-query';
import { TextIndex, type IndexedChat, type TextKey } from './text-index';

export type { TextKey };

export interface ChatMatch {
  readonly chatId: string;
  /** The names of the matching facts. */
  readonly facts: readonly string[];
  /** The indexes of the matching entries, ascending. */
  readonly entries: readonly number[];
}

/** A term as the ids of the words that match it. */
interface MeantTerm {
  /**
   * One of these words; for a phrase, its last word. `null`: the phrase ends with a whole word, which is in `phrase`.
   */
  readonly last: ReadonlySet<number> | null;
  /** The whole words directly before it. */
  readonly phrase: readonly number[];
  /** The texts that may contain it; a text may occur in several lists. */
  readonly lists: readonly (readonly number[])[];
  readonly cost: number;
}

interface ChatFound {
  readonly facts: string[];
  /** The terms found in facts of the chat, one bit each. */
  readonly known: number;
  readonly entries: number[];
}

/**
 * An inverted index over the texts of many chats. A search visits only the texts of its rarest term. A new or changed
 * text costs only its own words.
 *
 * A message matches if every term occurs in it or in a fact of its chat (participants, order), and at least one in
 * itself: "kim refund" finds the refunds in Kim's chats. A chat matches by its facts alone if every term occurs in
 * them.
 */
export class SearchIndex {
  readonly #shelf = new TextIndex();
  /** For each text the number of the last search that visited it, so that none is visited twice. */
  #seenIn = new Uint32Array(1_024);
  #search = 0;

  put(chatId: string, key: TextKey, text: string): void {
    this.#shelf.put(chatId, key, text);
  }

  remove(chatId: string, keys: readonly TextKey[]): void {
    this.#shelf.remove(chatId, keys);
  }

  removeChat(chatId: string): void {
    this.#shelf.removeChat(chatId);
  }

  keysOf(chatId: string): readonly TextKey[] {
    return [...(this.#shelf.chats.get(chatId)?.numbers.keys() ?? [])];
  }

  factsOf(chatId: string): readonly string[] {
    return [...(this.#shelf.chats.get(chatId)?.facts.keys() ?? [])];
  }

  chatIds(): readonly string[] {
    return [...this.#shelf.chats.keys()];
  }

  /** Returns the matches of the query, chat by chat, unordered. */
  find(query: SearchQuery): readonly ChatMatch[] {
    const terms = query.map((term) => this.#meant(term)).toSorted((one, other) => one.cost - other.cost);
    const [rarest] = terms;
    if (rarest === undefined) return [];
    this.#startSearch();
    const all = 2 ** terms.length - 1;
    const chats = new Map<IndexedChat, ChatFound>();
    for (const numbers of rarest.lists) {
      for (const number of numbers) {
        const chat = this.#shelf.chatOf(number);
        if (chat === undefined || this.#seenIn[number] === this.#search) continue;
        this.#seenIn[number] = this.#search;
        let found = chats.get(chat);
        if (found === undefined) chats.set(chat, (found = this.#factsFound(chat, terms)));
        this.#look(number, { terms, found, all });
      }
    }
    // If the rarest term is a fact of the chat, its messages need only the others.
    for (const [chat, found] of chats) {
      if (terms.length === 1 || (found.known & 1) === 0) continue;
      for (const number of chat.numbers.values()) {
        if (this.#seenIn[number] !== this.#search) this.#look(number, { terms, found, all });
      }
    }
    return [...chats].flatMap(([{ chatId }, { known, facts, entries }]) =>
      known === all || entries.length > 0 ? [{ chatId, facts, entries: ascending(entries) }] : [],
    );
  }

  #startSearch(): void {
    if (this.#seenIn.length < this.#shelf.size) this.#seenIn = new Uint32Array(this.#shelf.size * 2);
    this.#search = (this.#search + 1) >>> 0;
    // The search number overflows after about four thousand million searches.
    if (this.#search === 0) this.#seenIn.fill(0);
  }

  #look(number: number, search: { terms: readonly MeantTerm[]; found: ChatFound; all: number }): void {
    const { terms, found, all } = search;
    const entry = this.#shelf.entryOf(number);
    if (Number.isNaN(entry)) return;
    const isAlone = terms.length === 1 && terms[0]?.phrase.length === 0;
    const matched = isAlone ? 1 : bitsOf(terms, this.#shelf.wordsOf(number));
    if (matched !== 0 && (matched | found.known) === all) found.entries.push(entry);
  }

  #factsFound(chat: IndexedChat, terms: readonly MeantTerm[]): ChatFound {
    const facts: string[] = [];
    let known = 0;
    for (const [name, number] of chat.facts) {
      const matched = bitsOf(terms, this.#shelf.wordsOf(number));
      if (matched !== 0) facts.push(name);
      known |= matched;
    }
    return { facts, known, entries: [] };
  }

  #meant(term: SearchTerm): MeantTerm {
    const { book } = this.#shelf;
    const whole = term.isOpen ? term.words.slice(0, -1) : term.words;
    const phrase = whole.map((word) => book.numberOf(word) ?? -1);
    const last = term.isOpen ? new Set(book.beginningWith(term.words.at(-1) ?? '')) : null;
    const lists =
      phrase.length > 0 ? [this.#rarestOf(phrase)] : Array.from(last ?? [], (word) => this.#shelf.textsWith(word));
    return { last, phrase, lists, cost: lists.reduce((sum, list) => sum + list.length, 0) };
  }

  #rarestOf(words: readonly number[]): readonly number[] {
    const lists = words.map((word) => this.#shelf.textsWith(word));
    return lists.toSorted((one, other) => one.length - other.length)[0] ?? [];
  }
}

/** The terms that occur in these words, one bit each. */
function bitsOf(terms: readonly MeantTerm[], words: readonly number[]): number {
  let bits = 0;
  for (let place = 0; place < terms.length; place += 1) {
    const term = terms[place];
    if (term !== undefined && standsIn(term, words)) bits |= 1 << place;
  }
  return bits;
}

function standsIn({ phrase, last }: MeantTerm, words: readonly number[]): boolean {
  const [first] = phrase;
  if (first === undefined) return last !== null && words.some((word) => last.has(word));
  for (let from = words.indexOf(first); from >= 0; from = words.indexOf(first, from + 1)) {
    let step = 1;
    while (step < phrase.length && words[from + step] === phrase[step]) step += 1;
    if (step === phrase.length && (last?.has(words[from + step] ?? -1) ?? true)) return true;
  }
  return false;
}

/** Almost always sorted already. */
function ascending(indexes: number[]): number[] {
  for (let place = 1; place < indexes.length; place += 1) {
    if ((indexes[place] ?? 0) < (indexes[place - 1] ?? 0)) return indexes.sort((one, other) => one - other);
  }
  return indexes;
}
