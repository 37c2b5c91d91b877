import type { EntryUpdate, FloorEvent, ParticipantUpdate, TypingUpdate } from '../events';
import { mergeEntries, newOrChanged, toEntries } from './entries';
import { mergeIdentities, participantKinds } from './identities';
import { placeReadings } from './numbering';
import type { ChatRecord, FoldContext } from './record';
import { recordSpeech, recordTyping } from './typing';

type MessageNews = Extract<FloorEvent, { type: 'messagesReceived' }>;

/** Folds messages and typing events. Order and repetition do not change the resulting record. */
export function foldMessages(record: ChatRecord, news: MessageNews, context: FoldContext): ChatRecord {
  const folded = foldEntries(record, news.entries, context);
  if (news.typing.length === 0) return folded;
  const typists = news.typing.map((typing) => typing.from);
  return {
    ...folded,
    identities: mergeIdentities(folded.identities, typists),
    typing: recordTyping(folded.typing, news.typing.map(asNumbered(folded)), context.moment),
    newestAt: newestOf(folded.newestAt, news.typing, context),
  };
}

/** Folds a complete transcript, which closes all gaps. */
export function foldTranscript(record: ChatRecord, readings: readonly EntryUpdate[], context: FoldContext): ChatRecord {
  return { ...foldEntries(record, readings, context), gaps: [] };
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

function foldEntries(record: ChatRecord, told: readonly EntryUpdate[], context: FoldContext): ChatRecord {
  if (told.length === 0) return record;
  const readings = told.some((reading) => isFromFuture(reading, context))
    ? told.map((reading) =>
        isFromFuture(reading, context) ? { ...reading, at: context.moment.now, isTimeGuessed: true as const } : reading,
      )
    : told;
  const authors = readings.flatMap(({ from }): ParticipantUpdate[] => (from === null ? [] : [from]));
  const learned = { ...record, identities: mergeIdentities(record.identities, authors) };
  const nameKind = participantKinds(learned, context.viewpoint);
  const placed = placeReadings(record.entries, record.numberingStarts, readings);
  const fresh = newOrChanged(record.entries, placed.readings);
  return {
    ...learned,
    numberingStarts: placed.starts,
    entries: mergeEntries(record.entries, toEntries(fresh, nameKind, record.entries)),
    spokeAt: recordSpeech(record.spokeAt, placed.readings),
    newestAt: newestOf(record.newestAt, readings, context),
  };
}

/** Maps the index of a typing event to transcript indexes, which include restarted numbering. */
function asNumbered({ numberingStarts }: ChatRecord): (reading: TypingUpdate) => TypingUpdate {
  const base = numberingStarts.at(-1)?.base ?? 0;
  return base === 0 ? (reading) => reading : (reading) => ({ ...reading, index: base + reading.index });
}

/** Returns the newest valid date. A date in the future would make all later entries look old. */
function newestOf(known: number, readings: readonly { readonly at: number }[], { moment }: FoldContext): number {
  return readings.reduce((newest, { at }) => Math.max(newest, Math.min(at, moment.now)), known);
}
