import type { TranscriptEntry } from '../../../../preload/contract';
import { isVisibleReply } from './speech';

/** Since when nobody on our side has come in or written to the customer; `null` until somebody is there to. */
export type SilentSince = number | null;

export function heardSilence(since: SilentSince, entry: TranscriptEntry): SilentSince {
  const isArrival = (entry.kind === 'joined' || entry.kind === 'rejoined') && entry.author.kind === 'agent';
  if (!isVisibleReply(entry) && !isArrival) return since;
  return Math.max(since ?? entry.at, entry.at);
}

/** The last word may be among what is missing: only what followed is sure to have been silence. */
export function missedSilence(since: SilentSince, until: number): SilentSince {
  return since === null ? null : Math.max(since, until);
}
