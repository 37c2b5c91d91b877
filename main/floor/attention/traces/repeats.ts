import type { TranscriptEntry } from '../../../../preload/contract';
import { isAsking } from './speech';

interface Said {
  readonly words: ReadonlySet<string>;
  readonly whole: string;
  /** How many times it was said up to here. */
  readonly count: number;
}

export interface Repeat {
  readonly count: number;
  readonly at: number;
  readonly entryIndex: number;
}

/** What the customer said lately, and what of it was not for the first time. */
export interface Repeats {
  readonly recent: readonly Said[];
  readonly repeats: readonly Repeat[];
}

export const noRepeats: Repeats = { recent: [], repeats: [] };

const mostRecent = 20;
const mostWords = 60;
/** Two sayings of a few words are one when so great a part of their words is in both. */
const shared = 0.6;
const fewestWords = 3;

export function heardRepeats(before: Repeats, entry: TranscriptEntry, words: readonly string[]): Repeats {
  if (!isAsking(entry) || words.length === 0) return before;
  const head = words.slice(0, mostWords);
  const said = { words: new Set(head), whole: head.join(' '), isQuestion: /[?؟]\s*$/u.test(entry.text.slice(-8)) };
  const earlier = before.recent.reduce((most, other) => (isSame(said, other) ? Math.max(most, other.count) : most), 0);
  const count = earlier + 1;
  const recent = [...before.recent, { words: said.words, whole: said.whole, count }].slice(-mostRecent);
  if (count === 1) return { ...before, recent };
  return {
    recent,
    repeats: [...before.repeats, { count, at: entry.at, entryIndex: entry.index }].slice(-mostRecent),
  };
}

/** "Ok" or "thank you" twice is nothing; "Hello?" twice is somebody who waits. */
function isSame(said: Omit<Said, 'count'> & { readonly isQuestion: boolean }, other: Said): boolean {
  if (said.whole === other.whole && (said.words.size >= fewestWords || said.isQuestion)) return true;
  if (said.words.size < fewestWords || other.words.size < fewestWords) return false;
  if (Math.min(said.words.size, other.words.size) < shared * Math.max(said.words.size, other.words.size)) return false;
  const all = said.words.size + other.words.size;
  let both = said.words.size;
  for (const word of said.words) {
    if (other.words.has(word)) continue;
    both -= 1;
    // Nearly all sayings differ within their first words, so nearly all are done with here.
    if (both < shared * (all - both)) return false;
  }
  return true;
}
