import type { TranscriptEntry } from '../../../preload/contract';
import type { EntryReading } from '../events';
import { foldTranscript } from './message-reading';
import { emptyRecord, type Moment, type Viewpoint } from './record';

/** A finished conversation as a window shows it: in order, each line once, everybody named as in a chat that goes on. */
export function readPast(
  entries: readonly EntryReading[],
  viewpoint: Viewpoint,
  moment: Moment,
): readonly TranscriptEntry[] {
  const context = { moment, viewpoint, nextJoin: () => 0 };
  return foldTranscript(emptyRecord('', moment), entries, context).entries;
}
