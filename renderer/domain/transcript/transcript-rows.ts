import type { TranscriptEntry, TranscriptGap } from '../../../preload/contract';
import { systemMessage } from './system-message';

/** Milliseconds. A longer pause between two messages of one author starts a new group. */
export const groupWithinMs = 120_000;

/** The rows of a transcript. `key` is stable for the same item. */
export type TranscriptRow =
  | { readonly type: 'day'; readonly key: string; readonly at: number }
  | { readonly type: 'gap'; readonly key: string; readonly from: number; readonly to: number }
  | { readonly type: 'unread'; readonly key: string }
  | { readonly type: 'event'; readonly key: string; readonly entry: TranscriptEntry }
  | {
      readonly type: 'message';
      readonly key: string;
      readonly entry: TranscriptEntry;
      /** The first message of a group shows its author and time. */
      readonly isFirstOfGroup: boolean;
      readonly isLastOfGroup: boolean;
    };

export interface RowsRequest {
  readonly entries: readonly TranscriptEntry[];
  readonly gaps: readonly TranscriptGap[];
  /** The "new" line goes before this entry; `null` for none. */
  readonly unreadFrom: number | null;
  /** The calendar day of a time, as a key. */
  readonly dayOf: (at: number) => string;
  /** Today's key: a transcript that begins today needs no day row. */
  readonly today: string | null;
}

export function transcriptRows({ entries, gaps, unreadFrom, dayOf, today }: RowsRequest): TranscriptRow[] {
  const rows: TranscriptRow[] = [];
  const waitingGaps = [...gaps].sort((one, other) => placeOf(one) - placeOf(other));
  let day = today;
  for (const entry of entries) {
    for (let gap = waitingGaps[0]; gap !== undefined && placeOf(gap) < entry.index; gap = waitingGaps[0]) {
      rows.push(gapRow(gap));
      waitingGaps.shift();
    }
    const entryDay = dayOf(entry.at);
    if (entryDay !== day) rows.push({ type: 'day', key: `day-${entryDay}-${String(entry.index)}`, at: entry.at });
    day = entryDay;
    if (entry.index === unreadFrom) rows.push({ type: 'unread', key: 'unread' });
    pushEntry(rows, entry);
  }
  rows.push(...waitingGaps.map(gapRow));
  return rows;
}

/** A gap directly follows the last entry known before it. */
function placeOf(gap: TranscriptGap): number {
  if (gap.afterIndex !== null) return gap.afterIndex;
  return gap.beforeIndex === null ? Number.NEGATIVE_INFINITY : gap.beforeIndex - 1;
}

function gapRow(gap: TranscriptGap): TranscriptRow {
  const key = `gap-${String(gap.afterIndex)}-${String(gap.beforeIndex)}-${String(gap.from)}`;
  return { type: 'gap', key, from: gap.from, to: gap.to };
}

function pushEntry(rows: TranscriptRow[], entry: TranscriptEntry): void {
  const key = `entry-${String(entry.index)}`;
  if (systemMessage(entry) !== null) {
    rows.push({ type: 'event', key, entry });
    return;
  }
  const before = rows.at(-1);
  const continues = before?.type === 'message' && isSameBreath(before.entry, entry);
  if (continues) rows[rows.length - 1] = { ...before, isLastOfGroup: false };
  rows.push({ type: 'message', key, entry, isFirstOfGroup: !continues, isLastOfGroup: true });
}

function isSameBreath(one: TranscriptEntry, other: TranscriptEntry): boolean {
  return (
    one.author.kind === other.author.kind &&
    one.author.participantId === other.author.participantId &&
    one.author.nickname === other.author.nickname &&
    one.visibility === other.visibility &&
    one.kind === other.kind &&
    Math.abs(other.at - one.at) < groupWithinMs
  );
}
