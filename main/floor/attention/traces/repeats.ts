import type { TranscriptEntry } from '../../../../preload/contract';
import { isDemand, isInsisting } from '../language/courtesies';
import type { Language } from '../language/small-words';
import {
  byLength,
  contentsOf,
  isMeaning,
  sharedBetween,
  type Content,
  type Contents,
  type WordsOfMessage,
} from './contents';
import { shortened } from './quoting';
import { isCustomerMessage } from './speech';

interface Said {
  readonly analysed: AnalysedText;
  /** First words of the message, as many as are compared. */
  readonly head: readonly string[];
  readonly contents: Contents;
  /** Contents computed while the chat appeared to be in another language. */
  readonly contentsBefore: Partial<Readonly<Record<Language, Contents>>>;
  readonly isDemand: boolean;
  /** How often it was said so far. */
  readonly count: number;
}

export interface Repeat {
  readonly count: number;
  readonly at: number;
  readonly entryIndex: number;
  readonly quote: string;
}

/** Recent messages of the customer, and which of them were repeated. */
export interface Repeats {
  readonly recent: readonly Said[];
  readonly repeats: readonly Repeat[];
  /** The agent just asked for a repetition. */
  readonly isRequested: boolean;
}

export const noRepeats: Repeats = { recent: [], repeats: [], isRequested: false };

export type AnalysedText = WordsOfMessage;

/** Words that ask for something additional: "And for five years?" */
const additions: ReadonlySet<string> = new Set(['and', 'also', 'und', 'et', 'y']);

const maxRecent = 20;
const maxWords = 60;
const minWords = 3;
/** Two messages are alike if this share of their words is in both. */
const sharedWords = 0.6;
/** Shares of contents for a repetition in other words: of the shorter message, and of the longer one. */
const sharedContents = {
  ofShorter: 0.8,
  ofShorterWhenInsisting: 0.5,

  ofShorterWhereMuch: 0.65,
  much: 3,
  ofLonger: 0.3,
  atLeast: 2,
};
/** A request in any wording counts as repeated from the third time on, that is, after this many similar messages. */
const minAlike = 2;

export function foldRepeats(before: Repeats, entry: TranscriptEntry, analysed: AnalysedText): Repeats {
  if (entry.author.kind === 'agent' && entry.visibility === 'everyone' && entry.kind === 'text') {
    const isRequested = analysed.found.some(({ name }) => name === 'repeatRequest');
    return isRequested === before.isRequested ? before : { ...before, isRequested };
  }
  if (!isCustomerMessage(entry) || analysed.words.length === 0) return before;
  const saysSo = analysed.found.some(({ name }) => name === 'repeated');
  if (before.isRequested && !saysSo) return before;
  const said = saidIn(analysed, entry.text);
  const earlier = inLanguage(before.recent, analysed.language);
  let same = 0;
  let alike = 0;
  for (const other of earlier) {
    const shared = sharedBetween(said.contents, other.contents);
    if (isSame(said, other, shared)) same = Math.max(same, other.count);
    if (isAlike(said, other, shared)) alike += 1;
  }
  const counted = 1 + Math.max(same, alike >= minAlike ? alike : 0);
  const count = saysSo ? Math.max(2, counted) : counted;
  const recent = [...earlier, { ...said, count }].slice(-maxRecent);
  if (count === 1) return { ...before, recent };
  const repeat = { count, at: entry.at, entryIndex: entry.index, quote: shortened(entry.text) };
  return { ...before, recent, repeats: [...before.repeats, repeat].slice(-maxRecent) };
}

/** Recomputes the contents of earlier messages after more entries showed that the chat is in another language. */
function inLanguage(recent: readonly Said[], language: Language): readonly Said[] {
  if (recent.every(({ analysed }) => analysed.language === language)) return recent;
  return recent.map((said): Said => {
    if (said.analysed.language === language) return said;
    const analysed = { ...said.analysed, language };
    const before = { ...said.contentsBefore, [said.analysed.language]: said.contents };
    return { ...said, analysed, contents: before[language] ?? contentsOf(analysed), contentsBefore: before };
  });
}

interface Saying extends Omit<Said, 'count'> {
  readonly isQuestion: boolean;
  readonly isInsisting: boolean;
  readonly isAddition: boolean;
}

function saidIn(analysed: AnalysedText, text: string): Saying {
  const head = analysed.words.slice(0, maxWords);
  return {
    analysed,
    head,
    contents: contentsOf(analysed),
    contentsBefore: {},
    isDemand: isDemand(head, text),
    isInsisting: isInsisting(head),
    isAddition: additions.has(head[0] ?? ''),
    isQuestion: /[?؟？]\s*$/u.test(text.slice(-8)),
  };
}

/**
 * Returns the share that must match. A customer who insists, or asks again for several things, repeats fewer of the
 * words.
 */
function partNeeded(said: Saying, other: Said, shared: number, isMuch: boolean): number {
  if (said.isAddition || shared < sharedContents.atLeast) return sharedContents.ofShorter;
  if (said.isInsisting || (isMuch && said.isDemand && other.isDemand)) return sharedContents.ofShorterWhenInsisting;
  return isMuch ? sharedContents.ofShorterWhereMuch : sharedContents.ofShorter;
}

/** Returns whether two messages are the same. "Ok" or "thank you" twice is no repetition; "Hello?" twice is. */
function isSame(said: Saying, other: Said, shared: readonly Content[]): boolean {
  if (isWordForWord(said, other)) {
    return said.isQuestion || (said.contents.each.length > 0 && new Set(said.head).size >= minWords);
  }
  if (shared.length === 0) return false;
  const [shorter, longer] = byLength(said.contents, other.contents);
  const isMuch = !said.isAddition && shared.length >= sharedContents.much;
  if (shared.length < partNeeded(said, other, shared.length, isMuch) * shorter.each.length) return false;
  const meaningful = shared.filter((content) => content.some((one) => !/^\d+$/u.test(one))).length;
  const isEnough = meaningful >= sharedContents.atLeast || (meaningful > 0 && said.isDemand && other.isDemand);
  const isInOtherWords =
    isEnough &&
    shared.length >= sharedContents.atLeast &&
    shared.length >= sharedContents.ofLonger * longer.each.length;
  return isInOtherWords || isAlikeInWords(said, other);
}

function isWordForWord({ head }: Saying, other: Said): boolean {
  return head.length === other.head.length && head.every((word, place) => word === other.head[place]);
}

function isAlikeInWords(said: Saying, other: Said): boolean {
  const [shorter, longer] = bySize(new Set(said.head), new Set(other.head));
  if (shorter.size < minWords) return false;
  if (shorter.size < sharedWords * longer.size) return false;
  const both = sharedBy(shorter, longer);
  return both >= sharedWords * (shorter.size + longer.size - both);
}

function isAlike(said: Saying, other: Said, shared: readonly Content[]): boolean {
  if (shared.length === 0 || !said.isDemand || said.isAddition) return false;
  const [shorter] = byLength(said.contents, other.contents);
  if (shared.length < 0.5 * shorter.each.length) return false;
  if (shared.length >= 2) return true;
  // A question that contains only the topic refers to what was said about it before.
  if (said.contents.each.length === 1) return shared.some((content) => content.some(isMeaning)) || other.isDemand;
  return other.isDemand && (said.isInsisting || shared.some((content) => content.some(isMeaning)));
}

function sharedBy(shorter: ReadonlySet<string>, longer: ReadonlySet<string>): number {
  let count = 0;
  for (const one of shorter) if (longer.has(one)) count += 1;
  return count;
}

function bySize<T extends ReadonlySet<string>>(one: T, other: T): readonly [shorter: T, longer: T] {
  return one.size <= other.size ? [one, other] : [other, one];
}
