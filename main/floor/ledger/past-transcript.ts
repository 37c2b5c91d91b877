import type { TranscriptEntry } from '../../../preload/contract';
import type { EntryUpdate } from '../events';
import { foldTranscript } from './message-fold';
import { emptyRecord, type Instant, type IdentityContext } from './record';

/** Returns a finished conversation as entries: ordered, without repeats, authors named as in a live chat. */
export function toPastEntries(
  entries: readonly EntryUpdate[],
  viewpoint: IdentityContext,
  moment: Instant,
): readonly TranscriptEntry[] {
  const context = { moment, viewpoint, nextJoin: () => 0 };
  return foldTranscript(emptyRecord('', moment), entries, context).entries;
}
