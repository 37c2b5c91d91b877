import { foldText } from '../../../preload/contract/text/fold-text';
import { Vocabulary } from './vocabulary';
import { wordsOf } from './words-of';

/** The key of a text: the index of a transcript entry, or the name of a fact. */
export type TextKey = number | string;

/** The texts of a chat by key. */
export interface IndexedChat {
  readonly chatId: string;
  readonly numbers: Map<TextKey, number>;
  readonly facts: Map<string, number>;
}

/** Stores texts as lists of word ids, and for each word the texts that contain it. */
export class TextIndex {
  readonly book = new Vocabulary();
  readonly chats = new Map<string, IndexedChat>();
  /** Word id -> text ids, unordered. */
  readonly #texts: number[][] = [];
  // Indexed by text id. Parallel arrays, because a search for one letter visits a hundred thousand of them.
  readonly #chatOf: (IndexedChat | undefined)[] = [];
  readonly #entryOf: number[] = [];
  readonly #wordsOf: (readonly number[])[] = [];
  readonly #written: string[] = [];
  readonly #free: number[] = [];

  /** The number of ids in use. */
  get size(): number {
    return this.#chatOf.length;
  }

  chatOf(number: number): IndexedChat | undefined {
    return this.#chatOf[number];
  }

  /** The entry index of the text; `NaN` for a fact. */
  entryOf(number: number): number {
    return this.#entryOf[number] ?? NaN;
  }

  wordsOf(number: number): readonly number[] {
    return this.#wordsOf[number] ?? [];
  }

  textsWith(word: number): readonly number[] {
    return this.#texts[word] ?? [];
  }

  /** Adds a text and replaces the previous one with its key. */
  put(chatId: string, key: TextKey, text: string): void {
    const chat: IndexedChat = this.chats.get(chatId) ?? { chatId, numbers: new Map(), facts: new Map() };
    this.chats.set(chatId, chat);
    const before = chat.numbers.get(key);
    if (before !== undefined && this.#written[before] === text) return;
    if (before !== undefined) this.#takeOut([before]);
    const number = before ?? this.#free.pop() ?? this.size;
    const words = wordsOf(foldText(text)).map((word) => this.book.take(word));
    this.#chatOf[number] = chat;
    this.#entryOf[number] = typeof key === 'number' ? key : NaN;
    this.#wordsOf[number] = words;
    this.#written[number] = text;
    for (const word of new Set(words)) (this.#texts[word] ??= []).push(number);
    chat.numbers.set(key, number);
    if (typeof key === 'string') chat.facts.set(key, number);
  }

  remove(chatId: string, keys: readonly TextKey[]): void {
    const chat = this.chats.get(chatId);
    if (chat === undefined) return;
    const numbers = keys.flatMap((key) => chat.numbers.get(key) ?? []);
    this.#takeOut(numbers);
    for (const key of keys) {
      chat.numbers.delete(key);
      if (typeof key === 'string') chat.facts.delete(key);
    }
    for (const number of numbers) {
      this.#chatOf[number] = undefined;
      this.#wordsOf[number] = [];
      this.#written[number] = '';
    }
    this.#free.push(...numbers);
  }

  removeChat(chatId: string): void {
    this.remove(chatId, [...(this.chats.get(chatId)?.numbers.keys() ?? [])]);
    this.chats.delete(chatId);
  }

  /** Removes texts from the lists of their words; each list is scanned once, however many texts go. */
  #takeOut(numbers: readonly number[]): void {
    const going = new Set(numbers);
    const words = new Set(numbers.flatMap((number) => this.wordsOf(number)));
    for (const word of words) {
      const left = this.textsWith(word).filter((number) => !going.has(number));
      this.#texts[word] = left;
      if (left.length === 0) this.book.forget(word);
    }
  }
}
