import type { TranscriptEntry, TranscriptGap } from '../../../preload/contract';
import type { ChatRecord, Instant, OpenedGap } from './record';

/** Opens a gap after that entry, or before the first one (`null`). A gap that is already open there only grows. */
export function openGap(record: ChatRecord, afterIndex: number | null, moment: Instant): readonly OpenedGap[] {
  const last = record.entries.find(({ index }) => index === afterIndex);
  const open = record.gaps.find((gap) => gap.afterIndex === afterIndex);
  if (open !== undefined) {
    return record.gaps.map((gap) => (gap === open ? { ...gap, to: moment.now } : gap));
  }
  const since = last?.at ?? record.firstSeenAt;
  // Windows identify gaps by their start, so it must be unique.
  const from = Math.max(since, ...record.gaps.map((gap) => gap.from + 1));
  return [...record.gaps, { afterIndex, from, to: Math.max(from, moment.now) }];
}

/** Returns the gap with its end, which follows from the entries after it: late entries narrow it. */
export function boundGap(gap: OpenedGap, entries: readonly TranscriptEntry[]): TranscriptGap {
  return {
    afterIndex: gap.afterIndex,
    beforeIndex: firstIndexAfter(gap.afterIndex, entries),
    from: gap.from,
    to: gap.to,
  };
}

function firstIndexAfter(index: number | null, entries: readonly TranscriptEntry[]): number | null {
  if (index === null) return entries[0]?.index ?? null;
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at];
    if (entry !== undefined && entry.index <= index) return entries[at + 1]?.index ?? null;
  }
  return entries[0]?.index ?? null;
}

/** Returns whether entries may be missing: not between consecutive indexes, nor before the first entry of a chat. */
export function mayHideEntries({ afterIndex, beforeIndex }: TranscriptGap): boolean {
  return beforeIndex === null || beforeIndex - (afterIndex ?? 0) > 1;
}
