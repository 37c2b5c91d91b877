import type { EntryUpdate, FloorEvent, ParticipantUpdate, TypingUpdate } from '../events';
import { mergeEntries, newOrChanged, toEntries } from './entries';
import { mergeIdentities, participantKinds } from './identities';
import { placeEntries } from './numbering';
import type { ChatRecord, FoldContext } from './record';
import { recordSpeech, recordTyping } from './typing';

type MessageEvents = Extract<FloorEvent, { type: 'messagesReceived' }>;

/** Folds messages and typing events. Order and repetition do not change the resulting record. */
export function foldMessages(record: ChatRecord, received: MessageEvents, context: FoldContext): ChatRecord {
  const folded = foldEntries(record, received.entries, context);
  if (received.typing.length === 0) return folded;
  const typists = received.typing.map((typing) => typing.from);
  return {
    ...folded,
    identities: mergeIdentities(folded.identities, typists),
    typing: recordTyping(folded.typing, received.typing.map(asNumbered(folded)), context.moment),
    newestAt: newestOf(folded.newestAt, received.typing, context),
  };
}

/** Folds a complete transcript, which closes all gaps. */
export function foldTranscript(
  record: ChatRecord,
  datedUpdates: readonly EntryUpdate[],
  context: FoldContext,
): ChatRecord {
  return { ...foldEntries(record, datedUpdates, context), gaps: [] };
}

/** Milliseconds. A date that is further ahead is invalid rather than a clock difference. */
const maxAheadMs = 600_000;

/**
 * Returns whether an entry is dated after its arrival, beyond `maxAheadMs`. Such a date would make rules wait for
 * hours.
 */
function isFromFuture({ at }: EntryUpdate, { moment }: FoldContext): boolean {
  return at > moment.now + maxAheadMs;
}

function foldEntries(record: ChatRecord, updates: readonly EntryUpdate[], context: FoldContext): ChatRecord {
  if (updates.length === 0) return record;
  const datedUpdates = updates.some((update) => isFromFuture(update, context))
    ? updates.map((update) =>
        isFromFuture(update, context) ? { ...update, at: context.moment.now, isTimeGuessed: true as const } : update,
      )
    : updates;
  const authors = datedUpdates.flatMap(({ from }): ParticipantUpdate[] => (from === null ? [] : [from]));
  const identities = mergeIdentities(record.identities, authors);
  const learned = identities === record.identities ? record : { ...record, identities };
  const nameKind = participantKinds(learned, context.viewpoint);
  const placed = placeEntries(record.entries, record.numberingStarts, datedUpdates);
  const fresh = newOrChanged(record.entries, placed.entries);
  return {
    ...learned,
    numberingStarts: placed.starts,
    ...mergeEntries(record, toEntries(fresh, nameKind, record.authors)),
    spokeAt: recordSpeech(record.spokeAt, placed.entries),
    newestAt: newestOf(record.newestAt, datedUpdates, context),
  };
}

/** Maps the index of a typing event to transcript indexes, which include restarted numbering. */
function asNumbered({ numberingStarts }: ChatRecord): (update: TypingUpdate) => TypingUpdate {
  const base = numberingStarts.at(-1)?.base ?? 0;
  return base === 0 ? (update) => update : (update) => ({ ...update, index: base + update.index });
}

/** Returns the newest valid date. A date in the future would make all later entries look old. */
function newestOf(known: number, datedUpdates: readonly { readonly at: number }[], { moment }: FoldContext): number {
  return datedUpdates.reduce((newest, { at }) => Math.max(newest, Math.min(at, moment.now)), known);
}
