import type { EntryUpdate, FloorEvent, ParticipantUpdate, TypingUpdate } from '../events';
import { mergeEntries, newOrChanged, toEntries } from './entries';
import { mergeIdentities, participantKinds } from './identities';
import { placeReadings } from './numbering';
import type { ChatRecord, FoldContext } from './record';
import { recordSpeech, recordTyping } from './typing';

type MessageNews = Extract<FloorEvent, { type: 'messagesReceived' }>;

/** Folds messages and typing news in; any order and any repetition ends in the same record. */
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

/** Folds a transcript that was read whole: what was missing is filled, so no gap is left. */
export function foldTranscript(record: ChatRecord, readings: readonly EntryUpdate[], context: FoldContext): ChatRecord {
  return { ...foldEntries(record, readings, context), gaps: [] };
}

/** A server's clock may be this far ahead of what is believed of it before a date in the future is taken for a mistake. */
const maxAheadMs = 600_000;

/** A line was written before it arrived: a date long after that says nothing, and what waits for it would wait for hours. */
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

/** Typing is numbered as the lines are, and begins again where they do. */
function asNumbered({ numberingStarts }: ChatRecord): (reading: TypingUpdate) => TypingUpdate {
  const base = numberingStarts.at(-1)?.base ?? 0;
  return base === 0 ? (reading) => reading : (reading) => ({ ...reading, index: base + reading.index });
}

/** A date in the future is a mistake of some clock, and must not make everything after it look old. */
function newestOf(known: number, readings: readonly { readonly at: number }[], { moment }: FoldContext): number {
  return readings.reduce((newest, { at }) => Math.max(newest, Math.min(at, moment.now)), known);
}
