import { placesOf, wordsOf, type Place } from './words';

/** Phrases that belong together, under the name that a find is told by. */
export interface PhraseList<Name extends string> {
  readonly name: Name;
  /** The language of these phrases, where they belong to one. */
  readonly language: string | null;
  readonly phrases: readonly string[];
}

export interface FoundPhrase<Name extends string> {
  readonly name: Name;
  readonly language: string | null;
  /** As it was listed. */
  readonly phrase: string;
  /** The words it was found in, from the first to the last. */
  readonly first: number;
  readonly last: number;
}

/** Finds what is listed in the words of a text, in the order of its words. */
export type PhraseFinder<Name extends string> = (
  words: readonly string[],
  text: string,
) => readonly FoundPhrase<Name>[];

interface Form {
  readonly text: string;
  readonly isBeginning: boolean;
}
interface Part {
  /** Any of these; each is one or more words in a row. */
  readonly forms: readonly (readonly Form[])[];
  /** How many other words may stand before it. */
  readonly gap: number;
}
interface Phrase<Name extends string> {
  readonly name: Name;
  readonly language: string | null;
  readonly listed: string;
  readonly isException: boolean;
  readonly parts: readonly Part[];
  /** The part it is looked up by. */
  readonly anchor: number;
}

/** A shorter beginning would be found in every other word; it stands for itself. */
const shortestBeginning = 3;
/** So many words may stand where a phrase has an ellipsis. An exception takes back only what is close to it. */
const widestGap = 5;
const widestGapOfException = 3;
const mostRemembered = 20_000;
/** Where a sentence ends, no phrase goes on. */
const sentenceEnd = /[.!?;:…؟؛。！？\n](?:\s|$|["»”“])|[。！？\n]/u;
/** Letters that Arabic writes together with the next word: and, so, with, for, as, will. */
const proclitic = /^[وفبلكس](?=\p{L}{3})/u;

/**
 * Makes lists of phrases ready to be looked for. A phrase is words in a row: a star ends a beginning ("refund*"), a slash
 * divides alternatives ("boss/manager"), a hyphen joins words within one ("team-leader"), an ellipsis lets up to five other
 * words of the sentence stand between ("speak ... manager"). With a minus in front it is an exception: what overlaps it is
 * not found. Nothing in a phrase is a pattern, so no phrase and no text can make the looking slow.
 */
export function phraseFinder<Name extends string>(lists: readonly PhraseList<Name>[]): PhraseFinder<Name> {
  const all = lists.flatMap((list) => list.phrases.map((listed) => toPhrase(list, listed)));
  const byWord = new Map<string, Phrase<Name>[]>();
  const byBeginning = new Map<string, Phrase<Name>[]>();
  for (const phrase of all) {
    for (const [first] of phrase.parts[phrase.anchor]?.forms ?? []) {
      if (first === undefined) continue;
      const index = first.isBeginning ? byBeginning : byWord;
      const key = first.isBeginning ? first.text.slice(0, shortestBeginning) : first.text;
      const same = index.get(key);
      if (same === undefined) index.set(key, [phrase]);
      else if (same.at(-1) !== phrase) same.push(phrase);
    }
  }
  if (byWord.size === 0 && byBeginning.size === 0) return () => [];
  const remembered = new Map<string, readonly Phrase<Name>[]>();
  const candidates = (word: string): readonly Phrase<Name>[] => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const spellings = spellingsOf(word);
    const found = spellings.flatMap((one) => [
      ...(byWord.get(one) ?? []),
      ...(byBeginning.get(one.slice(0, shortestBeginning)) ?? []),
    ]);
    const kept = found.length === 0 ? none : [...new Set(found)];
    if (remembered.size >= mostRemembered) remembered.clear();
    if (word.length <= 32) remembered.set(word, kept);
    return kept;
  };
  return (words, text) => {
    let search: Search | null = null;
    let found: (FoundPhrase<Name> & { readonly isException: boolean })[] | null = null;
    for (let place = 0; place < words.length; place += 1) {
      const phrases = candidates(words[place] ?? '');
      if (phrases.length === 0) continue;
      search ??= new Search(words, text);
      for (const phrase of phrases) {
        const span = search.around(phrase, place);
        if (span === null) continue;
        const { name, language, listed, isException } = phrase;
        found ??= [];
        found.push({ name, language, phrase: listed, isException, ...span });
        if (found.length >= mostFound) return withoutExceptions(found);
      }
    }
    return found === null ? [] : withoutExceptions(found);
  };
}

const none: readonly never[] = [];
const mostFound = 200;

function withoutExceptions<Name extends string>(
  all: readonly (FoundPhrase<Name> & { readonly isException: boolean })[],
): readonly FoundPhrase<Name>[] {
  const exceptions = all.filter(({ isException }) => isException);
  return all.filter((one) => !one.isException && !exceptions.some((exception) => isExcepted(one, exception)));
}

function isExcepted(one: FoundPhrase<string>, exception: FoundPhrase<string>): boolean {
  const isSameList = exception.name === one.name && (exception.language ?? one.language) === one.language;
  return isSameList && exception.first <= one.last && one.first <= exception.last;
}

function spellingsOf(word: string): readonly string[] {
  return proclitic.test(word) ? [word, word.slice(1)] : [word];
}

/** Looks around one word after the other of the same text. */
class Search {
  readonly #words: readonly string[];
  readonly #text: string;
  #places: readonly Place[] | null = null;

  constructor(words: readonly string[], text: string) {
    this.#words = words;
    this.#text = text;
  }

  /** The words a phrase is found in when its anchor stands here; `null` when it is not. */
  around({ parts, anchor }: Phrase<string>, place: number): { readonly first: number; readonly last: number } | null {
    for (const form of parts[anchor]?.forms ?? []) {
      if (!this.#standsAt(form, place)) continue;
      const last = this.#forwards(parts, anchor, place + form.length - 1);
      if (last === null) continue;
      const first = this.#backwards(parts, anchor, place);
      if (first !== null) return { first, last };
    }
    return null;
  }

  #forwards(parts: readonly Part[], part: number, last: number): number | null {
    const next = parts[part + 1];
    if (next === undefined) return last;
    for (let gap = 0; gap <= next.gap; gap += 1) {
      const place = last + 1 + gap;
      if (place >= this.#words.length || (next.gap > 0 && this.#isSentenceEnd(place - 1))) return null;
      for (const form of next.forms) {
        if (!this.#standsAt(form, place)) continue;
        const end = this.#forwards(parts, part + 1, place + form.length - 1);
        if (end !== null) return end;
      }
    }
    return null;
  }

  #backwards(parts: readonly Part[], part: number, first: number): number | null {
    const previous = parts[part - 1];
    if (previous === undefined) return first;
    const widest = parts[part]?.gap ?? 0;
    for (let gap = 0; gap <= widest; gap += 1) {
      const end = first - 1 - gap;
      if (end < 0 || (widest > 0 && this.#isSentenceEnd(end))) return null;
      for (const form of previous.forms) {
        const place = end - form.length + 1;
        if (place < 0 || !this.#standsAt(form, place)) continue;
        const start = this.#backwards(parts, part - 1, place);
        if (start !== null) return start;
      }
    }
    return null;
  }

  #standsAt(form: readonly Form[], place: number): boolean {
    return form.every(({ text, isBeginning }, step) => {
      const word = this.#words[place + step];
      if (word === undefined) return false;
      if (isBeginning ? word.startsWith(text) : word === text) return true;
      if (!proclitic.test(word)) return false;
      return isBeginning ? word.startsWith(text, 1) : word.slice(1) === text;
    });
  }

  /** Whether a sentence ends between this word and the next. */
  #isSentenceEnd(place: number): boolean {
    this.#places ??= placesOf(this.#text);
    const [, from] = this.#places[place] ?? [0, 0];
    const [to] = this.#places[place + 1] ?? [from];
    return to > from + 1 && sentenceEnd.test(this.#text.slice(from, to));
  }
}

function toPhrase<Name extends string>({ name, language }: PhraseList<Name>, listed: string): Phrase<Name> {
  const isException = /^\s*[-−–]/u.test(listed);
  const parts: Part[] = [];
  const widest = isException ? widestGapOfException : widestGap;
  let isApart = false;
  for (const piece of listed.replace(/^\s*[-−–]/u, '').split(/\s+/u)) {
    const isEllipsis = /^(?:\.{2,}|…)$/u.test(piece);
    if (isEllipsis) {
      isApart = parts.length > 0;
      continue;
    }
    const forms = piece.split('/').flatMap((form) => toForms(form));
    if (forms.length === 0) continue;
    parts.push({ forms, gap: isApart ? widest : 0 });
    isApart = false;
  }
  return { name, language, listed: listed.trim(), isException, parts, anchor: anchorOf(parts) };
}

function toForms(written: string): readonly (readonly Form[])[] {
  const texts = wordsOf(written);
  if (texts.length === 0) return [];
  const isBeginning = written.endsWith('*');
  return [
    texts.map((text, place) => ({
      text,
      isBeginning: isBeginning && place === texts.length - 1 && text.length >= shortestBeginning,
    })),
  ];
}

/** The rarest part is the one whose shortest form is longest. */
function anchorOf(parts: readonly Part[]): number {
  const lengths = parts.map(({ forms }) => Math.min(...forms.map(([first]) => first?.text.length ?? 0)));
  return Math.max(0, lengths.indexOf(Math.max(...lengths)));
}
