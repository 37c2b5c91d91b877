import type { EntryReading, FloorEvent, ParticipantReading } from '../events';
import { mergeEntries, notHeldYet, toEntries } from './entries';
import { learnIdentities, whoIsWho } from './identities';
import type { ChatRecord, FoldContext } from './record';
import { noteSpeech, noteTyping } from './typing';

type MessageNews = Extract<FloorEvent, { type: 'messagesRead' }>;

/** Folds messages and typing news in; any order and any repetition ends in the same record. */
export function foldMessages(record: ChatRecord, news: MessageNews, context: FoldContext): ChatRecord {
  const folded = foldEntries(record, news.entries, context);
  if (news.typing.length === 0) return folded;
  const typists = news.typing.map((typing) => typing.from);
  return {
    ...folded,
    identities: learnIdentities(folded.identities, typists),
    typing: noteTyping(folded.typing, news.typing, context.moment),
    newestAt: Math.max(folded.newestAt, ...news.typing.map((typing) => typing.at)),
  };
}

/** Folds a transcript that was read whole: what was missing is filled, so no gap is left. */
export function foldTranscript(
  record: ChatRecord,
  readings: readonly EntryReading[],
  context: FoldContext,
): ChatRecord {
  return { ...foldEntries(record, readings, context), gaps: [] };
}

function foldEntries(record: ChatRecord, readings: readonly EntryReading[], context: FoldContext): ChatRecord {
  if (readings.length === 0) return record;
  const authors = readings.flatMap(({ from }): ParticipantReading[] => (from === null ? [] : [from]));
  const learned = { ...record, identities: learnIdentities(record.identities, authors) };
  const nameKind = whoIsWho(learned, context.viewpoint);
  return {
    ...learned,
    entries: mergeEntries(record.entries, toEntries(notHeldYet(record.entries, readings), nameKind, record.entries)),
    spokeAt: noteSpeech(record.spokeAt, readings),
    newestAt: readings.reduce((newest, reading) => Math.max(newest, reading.at), record.newestAt),
  };
}
