import type { Author, ParticipantKind, TranscriptEntry } from '../../../preload/contract';
import type { ParticipantUpdate } from '../events';
import { entryAt } from './entry-at';
import type { PlacedReading } from './numbering';
import { combine } from './tellings';

type NameKind = (participantId: string) => ParticipantKind;

const nobody: Author = { participantId: null, kind: 'other', nickname: '', userId: null, visibility: null };

/**
 * Entries as a window shows them, their authors named. One person is one object throughout, also with those who spoke last of
 * what is `known`: nearly half of what is told to a window that asks for everything would be the same few names.
 */
export function toEntries(
  readings: readonly PlacedReading[],
  nameKind: NameKind,
  known: readonly TranscriptEntry[] = [],
): readonly TranscriptEntry[] {
  const authors = new Map(known.slice(-fewSpeakers).map(({ author }) => [author.participantId, author]));
  return readings.map(({ index, kind, from, visibility, text, at, isTimeGuessed, numbering }) => {
    const author = from === null ? nobody : toAuthor(from, nameKind, authors.get(from.participantId));
    authors.set(author.participantId, author);
    return {
      ...{ index, kind, author, visibility, text, at },
      ...(isTimeGuessed === undefined ? {} : { isTimeGuessed }),
      ...(numbering === undefined ? {} : { numbering }),
    };
  });
}

const fewSpeakers = 20;

function toAuthor(from: ParticipantUpdate, nameKind: NameKind, known: Author | undefined): Author {
  const { participantId, nickname, userId, visibility } = from;
  const kind = nameKind(participantId);
  if (known?.kind === kind && isReadSo(known, from)) return known;
  return { participantId, kind, nickname, userId, visibility };
}

function isReadSo(author: Author, from: Omit<Author, 'kind'>): boolean {
  return (
    author.participantId === from.participantId &&
    (from.nickname === '' || author.nickname === from.nickname) &&
    author.userId === from.userId &&
    author.visibility === from.visibility
  );
}

/**
 * Leaves out what is held just as it was read: of a reading of everything that is nearly all, and it should cost nearly nothing.
 */
export function newOrChanged(
  known: readonly TranscriptEntry[],
  readings: readonly PlacedReading[],
): readonly PlacedReading[] {
  if (known.length === 0) return readings;
  return readings.filter((reading, place) => {
    const here = known[place];
    const held = here?.index === reading.index ? here : entryAt(known, reading.index);
    return held === null || !isHeldSo(held, reading);
  });
}

function isHeldSo(held: TranscriptEntry, reading: PlacedReading): boolean {
  return (
    held.text === reading.text &&
    (reading.isTimeGuessed === true || (held.at === reading.at && held.isTimeGuessed === undefined)) &&
    held.kind === reading.kind &&
    held.visibility === reading.visibility &&
    isReadSo(held.author, reading.from ?? nobody)
  );
}

/**
 * Sorts entries in by their index. Two tellings of one line become everything they say together, whichever came first; a gap
 * between indexes is no reason to wait, since what a viewer may not see leaves holes.
 */
export function mergeEntries(
  known: readonly TranscriptEntry[],
  arrived: readonly TranscriptEntry[],
): readonly TranscriptEntry[] {
  const changed = new Map<number, TranscriptEntry>();
  for (const entry of arrived) {
    const before = changed.get(entry.index) ?? entryAt(known, entry.index);
    const winner = before === null ? entry : combine(before, entry);
    if (winner !== before) changed.set(entry.index, winner);
  }
  return mergeChanged(known, changed);
}

/** Names the authors again after something was learned about who is who. The same list comes back if nothing changed. */
export function renameAuthors(
  known: readonly TranscriptEntry[],
  nameKind: NameKind,
  nicknameOf: (participantId: string) => string,
): readonly TranscriptEntry[] {
  const changed = new Map<number, TranscriptEntry>();
  const renamed = new Map<Author, Author>();
  for (const entry of known) {
    const { author } = entry;
    if (author.participantId === null) continue;
    const kind = nameKind(author.participantId);
    const nickname = author.nickname === '' ? nicknameOf(author.participantId) : author.nickname;
    if (kind === author.kind && nickname === author.nickname) continue;
    const named = renamed.get(author) ?? { ...author, kind, nickname };
    renamed.set(author, named);
    changed.set(entry.index, { ...entry, author: named });
  }
  return mergeChanged(known, changed);
}

function mergeChanged(
  known: readonly TranscriptEntry[],
  changes: ReadonlyMap<number, TranscriptEntry>,
): readonly TranscriptEntry[] {
  if (changes.size === 0) return known;
  const changed = [...changes.values()].sort(byIndex);
  const first = changed[0];
  const last = known.at(-1);
  // Nearly always the news is at the end; then nothing has to be sorted.
  if (first !== undefined && (last === undefined || first.index > last.index)) return [...known, ...changed];
  return [...known.filter((entry) => !changes.has(entry.index)), ...changed].sort(byIndex);
}

function byIndex(left: TranscriptEntry, right: TranscriptEntry): number {
  return left.index - right.index;
}
