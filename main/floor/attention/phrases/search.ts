import { rangesOf, type TextRange } from '../words';

export type Form = readonly number[];
export interface Part {
  readonly forms: readonly Form[];
  readonly gap: number;
}
export interface Sought {
  readonly isException: boolean;
  readonly pieces: readonly (readonly Part[])[];
  readonly reach: number;
}
/** Position of the word by which a phrase is looked up. */
export interface Anchor {
  readonly piece: number;
  readonly part: number;
  readonly form: Form;
  readonly offset: number;
}
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A phrase does not extend beyond the end of a sentence. */
const sentenceEnd = /[.!?;:…؟؛。！？\n](?:\s|$|["»”“])|[。！？\n]/u;
/** An exception applies within its clause. */
const clauseEnd = /[,،]\s/u;

/** Matches phrases around the words of one text. */
export class Search {
  readonly #numbers: readonly (readonly number[])[];
  readonly #text: string;
  #ranges: readonly TextRange[] | null = null;

  /** `numbers`: for each word of the text, the phrase words it matches. */
  constructor(numbers: readonly (readonly number[])[], text: string) {
    this.#numbers = numbers;
    this.#text = text;
  }

  /** Returns the words of the find when the anchor is at `place`; `null` if the phrase does not match. */
  around(sought: Sought, { piece, part, form, offset }: Anchor, index: number): Span | null {
    const start = index - offset;
    if (start < 0 || !this.#matchesAt(form, start)) return null;
    const parts = sought.pieces[piece] ?? [];
    const last = this.#forwards(parts, part, start + form.length - 1, sought.isException);
    if (last === null) return null;
    const first = this.#backwards(parts, part, start, sought.isException);
    if (first === null) return null;
    let span: Span = { first, last };
    const taken = [span];
    for (const [number, other] of sought.pieces.entries()) {
      if (number === piece) continue;
      const found = this.#between(other, taken, span, sought.isException) ?? this.#near(sought, other, span);
      if (found === null) return null;
      span = { first: Math.min(span.first, found.first), last: Math.max(span.last, found.last) };
      taken.push(found);
    }
    return span;
  }

  /** Returns another piece between two that were found. */
  #between(parts: readonly Part[], taken: readonly Span[], span: Span, isException: boolean): Span | null {
    if (taken.length < 2) return null;
    for (let place = span.first + 1; place < span.last; place += 1) {
      const found = this.#startsAt(parts, place, isException);
      if (found !== null && !taken.some(({ first, last }) => first <= found.last && found.first <= last)) return found;
    }
    return null;
  }

  /** Returns another piece of the phrase in the same sentence, before or after. */
  #near({ reach, isException }: Sought, parts: readonly Part[], span: Span): Span | null {
    for (let index = span.last + 1; index <= span.last + 1 + reach; index += 1) {
      if (index >= this.#numbers.length || this.#endsAfter(index - 1, isException)) break;
      const found = this.#startsAt(parts, index, isException);
      if (found !== null) return found;
    }
    for (let index = span.first - 1; index >= span.first - 1 - reach; index -= 1) {
      if (index < 0 || this.#endsAfter(index, isException)) break;
      const found = this.#startsAt(parts, index, isException);
      if (found !== null && found.last < span.first) return found;
    }
    return null;
  }

  #startsAt(parts: readonly Part[], index: number, isException: boolean): Span | null {
    for (const form of parts[0]?.forms ?? []) {
      if (!this.#matchesAt(form, index)) continue;
      const last = this.#forwards(parts, 0, index + form.length - 1, isException);
      if (last !== null) return { first: index, last };
    }
    return null;
  }

  #forwards(parts: readonly Part[], part: number, last: number, isException: boolean): number | null {
    const next = parts[part + 1];
    if (next === undefined) return last;
    for (let gap = 0; gap <= next.gap; gap += 1) {
      const index = last + 1 + gap;
      if (index >= this.#numbers.length || (next.gap > 0 && this.#endsAfter(index - 1, isException))) return null;
      for (const form of next.forms) {
        if (!this.#matchesAt(form, index)) continue;
        const end = this.#forwards(parts, part + 1, index + form.length - 1, isException);
        if (end !== null) return end;
      }
    }
    return null;
  }

  #backwards(parts: readonly Part[], part: number, first: number, isException: boolean): number | null {
    const previous = parts[part - 1];
    if (previous === undefined) return first;
    const widest = parts[part]?.gap ?? 0;
    for (let gap = 0; gap <= widest; gap += 1) {
      const end = first - 1 - gap;
      if (end < 0 || (widest > 0 && this.#endsAfter(end, isException))) return null;
      for (const form of previous.forms) {
        const index = end - form.length + 1;
        if (index < 0 || !this.#matchesAt(form, index)) continue;
        const start = this.#backwards(parts, part - 1, index, isException);
        if (start !== null) return start;
      }
    }
    return null;
  }

  #matchesAt(form: Form, index: number): boolean {
    for (let step = 0; step < form.length; step += 1) {
      const number = form[step];
      if (number === undefined || this.#numbers[index + step]?.includes(number) !== true) return false;
    }
    return true;
  }

  /** Returns whether a sentence ends between this word and the next. */
  #endsAfter(index: number, isException: boolean): boolean {
    this.#ranges ??= rangesOf(this.#text);
    const [, from] = this.#ranges[index] ?? [0, 0];
    const [to] = this.#ranges[index + 1] ?? [from];
    if (to <= from + 1) return false;
    const between = this.#text.slice(from, to);
    return sentenceEnd.test(between) || (isException && clauseEnd.test(between));
  }
}
