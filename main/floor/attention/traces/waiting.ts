import type { TranscriptEntry } from '../../../../preload/contract';
import { isVisibleReply, isCustomerMessage } from './speech';

/** Unanswered messages of the customer. */
export interface Waiting {
  readonly since: number | null;
  readonly entryIndex: number | null;
  readonly count: number;
  /** Entries are missing since the last reply, so the wait may be longer or over. */
  readonly hasGap: boolean;
}

export const notWaiting: Waiting = { since: null, entryIndex: null, count: 0, hasGap: false };

/** Effect of an entry on a wait: thanks begin none, relief ends it. */
export interface Courtesy {
  readonly isRelieved: boolean;
  readonly needsNoAnswer: boolean;
}

export function waitingAfterEntry(waiting: Waiting, entry: TranscriptEntry, courtesy: Courtesy): Waiting {
  if (isVisibleReply(entry)) return notWaiting;
  if (!isCustomerMessage(entry)) return waiting;
  if (courtesy.isRelieved) return { ...notWaiting, hasGap: waiting.hasGap };
  if (courtesy.needsNoAnswer) return waiting;
  return {
    ...waiting,
    since: waiting.since ?? entry.at,
    entryIndex: waiting.entryIndex ?? entry.index,
    count: waiting.count + 1,
  };
}

/** Folds a gap: open messages may have been answered in it, so nothing is claimed. */
export function waitingAfterGap(): Waiting {
  return { ...notWaiting, hasGap: true };
}
