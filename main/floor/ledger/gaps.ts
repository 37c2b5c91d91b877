import type { TranscriptEntry, TranscriptGap } from '../../../preload/contract';
import type { ChatRecord, Instant, OpenedGap } from './record';

/** Opens a hole after that entry, or before all; one that is open there already only grows. */
export function openGap(record: ChatRecord, afterIndex: number | null, moment: Instant): readonly OpenedGap[] {
  const last = record.entries.find(({ index }) => index === afterIndex);
  const open = record.gaps.find((gap) => gap.afterIndex === afterIndex);
  if (open !== undefined) {
    return record.gaps.map((gap) => (gap === open ? { ...gap, to: moment.now } : gap));
  }
  const since = last?.at ?? record.firstSeenAt;
  // A window tells gaps apart by where they start.
  const from = Math.max(since, ...record.gaps.map((gap) => gap.from + 1));
  return [...record.gaps, { afterIndex, from, to: Math.max(from, moment.now) }];
}

/** Where a hole ends follows from what came after it, so late entries narrow it by themselves. */
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

/** Between neighbours, and before the very first line of a chat, there is nothing that could be missing. */
export function mayHideEntries({ afterIndex, beforeIndex }: TranscriptGap): boolean {
  return beforeIndex === null || beforeIndex - (afterIndex ?? 0) > 1;
}
