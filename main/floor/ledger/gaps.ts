import type { TranscriptEntry, TranscriptGap } from '../../../preload/contract';
import type { ChatRecord, Moment, OpenedGap } from './record';

/** Opens a hole after the last known entry, or after an earlier one; one that is open there already only grows. */
export function openGap(
  record: ChatRecord,
  moment: Moment,
  lostAfter: number | null | undefined,
): readonly OpenedGap[] {
  const last = lostAfter === undefined ? record.entries.at(-1) : record.entries.find(({ index }) => index === lostAfter);
  const afterIndex = last?.index ?? null;
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
