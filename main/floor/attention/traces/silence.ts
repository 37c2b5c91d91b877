import type { TranscriptEntry } from '../../../../preload/contract';
import { isVisibleReply } from './speech';

/** Since when no agent has joined or written to the customer; `null` before the first agent. */
export type SilentSince = number | null;

export function foldSilence(since: SilentSince, entry: TranscriptEntry): SilentSince {
  const isArrival = (entry.kind === 'joined' || entry.kind === 'rejoined') && entry.author.kind === 'agent';
  if (!isVisibleReply(entry) && !isArrival) return since;
  return Math.max(since ?? entry.at, entry.at);
}

/** Folds a gap: the last message may be in it, so silence is certain only after it. */
export function silenceAfterGap(since: SilentSince, until: number): SilentSince {
  return since === null ? null : Math.max(since, until);
}
