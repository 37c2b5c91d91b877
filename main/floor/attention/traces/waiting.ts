import type { TranscriptEntry } from '../../../../preload/contract';
import { isVisibleReply, isCustomerMessage } from './speech';

/** What of the customer's nobody has answered. */
export interface Waiting {
  readonly since: number | null;
  readonly entryIndex: number | null;
  readonly count: number;
  /** Something is missing since the last answer, so that the wait may be longer, or over. */
  readonly hasGap: boolean;
}

export const notWaiting: Waiting = { since: null, entryIndex: null, count: 0, hasGap: false };

/** What a line means to a wait. Thanks begin none, and relief ends it. */
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

/** Whatever stood open may have been answered in what is missing, so nothing is claimed of it. */
export function waitingAfterGap(): Waiting {
  return { ...notWaiting, hasGap: true };
}
