/** Fewer forgotten words than this wait for the next lookup. */
const leastTidied = 1_000;

/**
 * All words by id, sorted so that words with a common prefix are adjacent. New words stay unsorted until the next
 * lookup, so that adding a message never sorts. The id of a forgotten word is given again once it is in no list any
 * more: names and order numbers come and go all year.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  #sorted: number[] = [];
  #fresh: number[] = [];
  /** Forgotten words that may still be in the lists. */
  #forgotten: number[] = [];
  #free: number[] = [];

  /** Returns the id of a word; a new word gets one. */
  take(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#free.pop() ?? this.#words.length;
    this.#words[number] = word;
    this.#numbers.set(word, number);
    this.#fresh.push(number);
    return number;
  }

  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  wordOf(number: number): string {
    return this.#words[number] ?? '';
  }

  /** No text contains the word any more. */
  forget(number: number): void {
    this.#numbers.delete(this.wordOf(number));
    this.#words[number] = '';
    this.#forgotten.push(number);
    if (this.#forgotten.length > Math.max(leastTidied, this.#numbers.size)) this.#tidy();
  }

  /** The ids of all words with this prefix. */
  beginningWith(prefix: string): readonly number[] {
    this.#sort();
    const from = this.#placeOf(prefix);
    let to = from;
    while (to < this.#sorted.length && this.wordOf(this.#sorted[to] ?? 0).startsWith(prefix)) to += 1;
    return this.#sorted.slice(from, to);
  }

  /** The first position whose word is not before the prefix. */
  #placeOf(prefix: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.wordOf(this.#sorted[middle] ?? 0) < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Takes forgotten words out of the lists. */
  #tidy(): void {
    this.#sorted = this.#sorted.filter((number) => this.wordOf(number) !== '');
    this.#fresh = this.#fresh.filter((number) => this.wordOf(number) !== '');
    this.#free = this.#free.concat(this.#forgotten);
    this.#forgotten = [];
  }

  #sort(): void {
    if (this.#forgotten.length > 0) this.#tidy();
    if (this.#fresh.length === 0) return;
    const fresh = this.#fresh.sort((one, other) => (this.wordOf(one) < this.wordOf(other) ? -1 : 1));
    const merged: number[] = [];
    let next = 0;
    for (const number of this.#sorted) {
      for (
        let added = fresh[next];
        added !== undefined && this.wordOf(added) < this.wordOf(number);
        added = fresh[next]
      ) {
        merged.push(added);
        next += 1;
      }
      merged.push(number);
    }
    this.#sorted = [...merged, ...fresh.slice(next)];
    this.#fresh = [];
  }
}
