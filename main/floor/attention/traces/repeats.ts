import type { TranscriptEntry } from '../../../../preload/contract';
import { isDemand } from '../language/courtesies';
import { smallWords, type Language } from '../language/small-words';
import { stemOf } from '../language/stems';
import type { Found } from '../listening';
import type { CutText } from '../words';
import { shortened } from './quoting';
import { isAsking } from './speech';

interface Said {
  readonly heard: HeardText;
  readonly words: ReadonlySet<string>;
  readonly whole: string;
  /** What it is about: stems of the words that carry meaning, or the phrase of like words they belong to. */
  readonly contents: ReadonlySet<string>;
  readonly isDemand: boolean;
  /** How many times it was said up to here. */
  readonly count: number;
}

export interface Repeat {
  readonly count: number;
  readonly at: number;
  readonly entryIndex: number;
  readonly quote: string;
}

/** What the customer said lately, and what of it was not for the first time. */
export interface Repeats {
  readonly recent: readonly Said[];
  readonly repeats: readonly Repeat[];
  /** The agent has just asked to hear it again. */
  readonly isRequested: boolean;
}

export const noRepeats: Repeats = { recent: [], repeats: [], isRequested: false };

export interface HeardText extends CutText {
  readonly found: readonly Found[];
  readonly language: Language;
}

/** "And for five years?" asks for something more. */
const additions: ReadonlySet<string> = new Set(['and', 'also', 'und', 'et', 'y']);

const mostRecent = 20;
const mostWords = 60;
const fewestWords = 3;
/** Two sayings are alike in their words when so great a part of these is in both. */
const sharedWords = 0.6;
/** Said again in other words: so much of the shorter one is in the longer one, and of that no less than the second part. */
const sharedContents = { ofShorter: 0.8, ofShorterWhereMuch: 0.65, much: 3, ofLonger: 0.3, atLeast: 2 };
/** The same wish, however put, is a repetition from the third time on. */
const fewestAlike = 2;

export function heardRepeats(before: Repeats, entry: TranscriptEntry, heard: HeardText): Repeats {
  if (entry.author.kind === 'agent' && entry.visibility === 'everyone' && entry.kind === 'text') {
    const isRequested = heard.found.some(({ name }) => name === 'repeatRequest');
    return isRequested === before.isRequested ? before : { ...before, isRequested };
  }
  if (!isAsking(entry) || heard.words.length === 0) return before;
  const saysSo = heard.found.some(({ name }) => name === 'repeated');
  if (before.isRequested && !saysSo) return before;
  const said = saidIn(heard, entry.text);
  const earlier = inLanguage(before.recent, heard.language);
  const same = earlier.reduce((most, other) => (isSame(said, other) ? Math.max(most, other.count) : most), 0);
  const alike = earlier.reduce((count, other) => (isAlike(said, other) ? count + 1 : count), 0);
  const counted = 1 + Math.max(same, alike >= fewestAlike ? alike : 0);
  const count = saysSo ? Math.max(2, counted) : counted;
  const recent = [...earlier, { ...said, count }].slice(-mostRecent);
  if (count === 1) return { ...before, recent };
  const repeat = { count, at: entry.at, entryIndex: entry.index, quote: shortened(entry.text) };
  return { ...before, recent, repeats: [...before.repeats, repeat].slice(-mostRecent) };
}

/** Once more lines are read the language may turn out to be another one, and with it what the earlier lines are about. */
function inLanguage(recent: readonly Said[], language: Language): readonly Said[] {
  if (recent.every(({ heard }) => heard.language === language)) return recent;
  return recent.map((said) => {
    const heard = { ...said.heard, language };
    return { ...said, heard, contents: contentsOf(heard) };
  });
}

interface Saying extends Omit<Said, 'count'> {
  readonly isQuestion: boolean;
  readonly isAddition: boolean;
}

function saidIn(heard: HeardText, text: string): Saying {
  const head = heard.words.slice(0, mostWords);
  return {
    heard,
    words: new Set(head),
    whole: head.join(' '),
    contents: contentsOf(heard),
    isDemand: isDemand(head, text),
    isAddition: additions.has(head[0] ?? ''),
    isQuestion: /[?؟？]\s*$/u.test(text.slice(-8)),
  };
}

function contentsOf({ words, written, found, language }: HeardText): ReadonlySet<string> {
  const contents = new Set<string>();
  const meanings = found.filter(({ name }) => name === 'sameMeaning');
  for (const [place, word] of words.slice(0, mostWords).entries()) {
    const meaning = meanings.find(({ first, last }) => first <= place && place <= last);
    if (meaning !== undefined) contents.add(meaning.phrase);
    else if (!smallWords[language].has(word)) contents.add(stemOf(written[place] ?? word, language));
  }
  return contents;
}

/** "Ok" or "thank you" twice is nothing; "Hello?" twice is somebody who waits. */
function isSame(said: Saying, other: Said): boolean {
  const isLongEnough = said.contents.size > 0 && said.words.size >= fewestWords;
  if (said.whole === other.whole) return isLongEnough || said.isQuestion;
  const [shorter, longer] = bySize(said.contents, other.contents);
  if (shorter.size === 0) return false;
  const both = sharedBy(shorter, longer);
  const isMuch = !said.isAddition && both >= sharedContents.much;
  const ofShorter = isMuch ? sharedContents.ofShorterWhereMuch : sharedContents.ofShorter;
  if (both < ofShorter * shorter.size) return false;
  const meaningful = meaningfulAmong(shorter, longer);
  const isEnough = meaningful >= sharedContents.atLeast || (meaningful > 0 && said.isDemand && other.isDemand);
  const isInOtherWords = isEnough && both >= sharedContents.atLeast && both >= sharedContents.ofLonger * longer.size;
  return isInOtherWords || isAlikeInWords(said, other);
}

function isAlikeInWords(said: Saying, other: Said): boolean {
  if (said.words.size < fewestWords || other.words.size < fewestWords) return false;
  const [shorter, longer] = bySize(said.words, other.words);
  const both = sharedBy(shorter, longer);
  return both >= sharedWords * (shorter.size + longer.size - both);
}

function isAlike(said: Saying, other: Said): boolean {
  if (!said.isDemand || said.isAddition) return false;
  const [shorter, longer] = bySize(said.contents, other.contents);
  const both = sharedBy(shorter, longer);
  if (both === 0 || both < 0.5 * shorter.size) return false;
  if (both >= 2) return true;
  // A question that holds nothing but the topic is about what was told of it before.
  return (other.isDemand || said.contents.size === 1) && [...shorter].some((one) => isMeaning(one) && longer.has(one));
}

/** Phrases of like words are listed with a slash, which no stem has. */
function isMeaning(content: string): boolean {
  return content.includes('/');
}

function meaningfulAmong(shorter: ReadonlySet<string>, longer: ReadonlySet<string>): number {
  let count = 0;
  for (const one of shorter) if (longer.has(one) && !/^\d+$/u.test(one)) count += 1;
  return count;
}

function sharedBy(shorter: ReadonlySet<string>, longer: ReadonlySet<string>): number {
  let count = 0;
  for (const one of shorter) if (longer.has(one)) count += 1;
  return count;
}

function bySize<T extends ReadonlySet<string>>(one: T, other: T): readonly [shorter: T, longer: T] {
  return one.size <= other.size ? [one, other] : [other, one];
}
