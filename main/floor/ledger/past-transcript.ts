import type { TranscriptEntry } from '../../../preload/contract';
import type { EntryUpdate } from '../events';
import { foldTranscript } from './message-fold';
import { emptyRecord, type Instant, type IdentityContext } from './record';

/** A finished conversation as a window shows it: in order, each line once, everybody named as in a chat that goes on. */
export function toPastEntries(
  entries: readonly EntryUpdate[],
  viewpoint: IdentityContext,
  moment: Instant,
): readonly TranscriptEntry[] {
  const context = { moment, viewpoint, nextJoin: () => 0 };
  return foldTranscript(emptyRecord('', moment), entries, context).entries;
}
