import { smallWords, type Language } from '../language/small-words';
import { stemOf } from '../language/stems';
import type { Found } from '../listening';

/** One topic of a message: the stem of its word, or the lists of similar words that contain it. */
export type Content = readonly string[];

/** The topics of a message; `all` contains every stem and list of them. */
export interface Contents {
  readonly each: readonly Content[];
  readonly all: ReadonlySet<string>;
}

export interface WordsOfMessage {
  readonly words: readonly string[];
  readonly written: readonly string[];
  readonly found: readonly Found[];
  readonly language: Language;
}

const maxWords = 60;
const lengthOfTail = 7;
const none: readonly never[] = [];

export function contentsOf({ words, written, found, language }: WordsOfMessage): Contents {
  const lists: string[][] = [];
  for (const { name, first, last, phrase } of found) {
    if (name !== 'sameMeaning') continue;
    for (let place = first; place <= last && place < maxWords; place += 1) (lists[place] ??= []).push(phrase);
  }
  const each: Content[] = [];
  const all = new Set<string>();
  for (let place = 0; place < words.length && place < maxWords; place += 1) {
    const word = words[place] ?? '';
    const content = lists[place] ?? (smallWords[language].has(word) ? none : stemsOf(written[place] ?? word, language));
    if (content.length === 0) continue;
    const isNew = !content.some((one) => all.has(one)) || !each.some((other) => isOneContent(content, other));
    if (isNew) each.push(content);
    for (const one of content) all.add(one);
  }
  return { each, all };
}

/** Returns the topics of the shorter message that the longer one contains as well. */
export function sharedBetween(one: Contents, other: Contents): readonly Content[] {
  const [shorter, longer] = byLength(one, other);
  let shared: Content[] | null = null;
  for (const content of shorter.each) {
    for (const part of content) {
      if (!longer.all.has(part)) continue;
      shared ??= [];
      shared.push(content);
      break;
    }
  }
  return shared ?? none;
}

export function byLength(one: Contents, other: Contents): readonly [shorter: Contents, longer: Contents] {
  return one.each.length <= other.each.length ? [one, other] : [other, one];
}

/** Returns whether a part is a list of similar words; these contain a slash, which a stem does not. */
export function isMeaning(part: string): boolean {
  return part.includes('/');
}

/** German compounds end in their main word: "Bescheinigung", "Steuerbescheinigung". */
function stemsOf(written: string, language: Language): Content {
  const stem = stemOf(written, language);
  return language === 'de' && stem.length >= lengthOfTail ? [stem, `-${stem.slice(-lengthOfTail)}`] : [stem];
}

/** Returns whether two contents are the same topic. A word may be in several lists; most of them must be shared. */
function isOneContent(one: Content, other: Content): boolean {
  const both = one.filter((list) => other.includes(list)).length;
  return both > 0 && 3 * both >= one.length + other.length;
}
