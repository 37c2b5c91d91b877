import type { Transcript, TranscriptEntry, TranscriptGap } from '../../../preload/contract';

/** The part of a transcript that is made into rows. */
export type ShownPart = Pick<Transcript, 'entries' | 'gaps'>;

/**
 * Returns the entries from an entry index on, and the gaps among them; everything for `null`, and for an index that no entry
 * reaches any more: a part must never look like a chat without messages.
 */
export function partFrom({ entries, gaps }: ShownPart, from: number | null): ShownPart {
  const first = from === null ? 0 : positionOf(entries, from);
  if (from === null || first === 0 || first === entries.length) return { entries, gaps };
  return { entries: entries.slice(first), gaps: gaps.filter((gap) => reaches(gap, from)) };
}

/** The position of the first entry with this index or a later one. Entries are ordered by index. */
export function positionOf(entries: readonly TranscriptEntry[], index: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.index ?? Infinity) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

function reaches({ beforeIndex }: TranscriptGap, from: number): boolean {
  return (beforeIndex ?? Infinity) >= from;
}

/** Returns the entries that the later state has and the earlier one has not. */
export function entriesAdded(
  before: readonly TranscriptEntry[],
  after: readonly TranscriptEntry[],
): readonly TranscriptEntry[] {
  let same = 0;
  while (same < before.length && before[same]?.index === after[same]?.index) same += 1;
  const known = new Set(before.slice(same).map(({ index }) => index));
  return after.slice(same).filter(({ index }) => !known.has(index));
}
