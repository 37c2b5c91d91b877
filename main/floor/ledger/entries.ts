import type { Author, ParticipantKind, TranscriptEntry } from '../../../preload/contract';
import type { ParticipantUpdate } from '../events';
import { entryAt } from './entry-at';
import type { PlacedUpdate } from './numbering';
import { combine } from './combine-entries';

type NameKind = (participantId: string) => ParticipantKind;

const noAuthor: Author = { participantId: null, kind: 'other', nickname: '', userId: null, visibility: null };

/**
 * Converts updates to transcript entries with named authors. One author is one object across entries, also with the
 * last authors of `known`: otherwise repeated names make up nearly half of a snapshot.
 */
export function toEntries(
  updates: readonly PlacedUpdate[],
  nameKind: NameKind,
  known: readonly TranscriptEntry[] = [],
): readonly TranscriptEntry[] {
  const authors = new Map(known.slice(-fewSpeakers).map(({ author }) => [author.participantId, author]));
  return updates.map(({ index, kind, from, visibility, text, at, isTimeGuessed, numbering }) => {
    const author = from === null ? noAuthor : toAuthor(from, nameKind, authors.get(from.participantId));
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
 * Returns the updates that differ from the stored entries. A full read repeats nearly everything, so the comparison
 * must be cheap.
 */
export function newOrChanged(
  known: readonly TranscriptEntry[],
  updates: readonly PlacedUpdate[],
): readonly PlacedUpdate[] {
  if (known.length === 0) return updates;
  return updates.filter((update, place) => {
    const here = known[place];
    const held = here?.index === update.index ? here : entryAt(known, update.index);
    return held === null || !isHeldSo(held, update);
  });
}

function isHeldSo(held: TranscriptEntry, update: PlacedUpdate): boolean {
  return (
    held.text === update.text &&
    (update.isTimeGuessed === true || (held.at === update.at && held.isTimeGuessed === undefined)) &&
    held.kind === update.kind &&
    held.visibility === update.visibility &&
    isReadSo(held.author, update.from ?? noAuthor)
  );
}

/**
 * Merges entries by index. Two versions of one entry combine in either order. A missing index is normal: the viewer may
 * not see that entry.
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

/** Renames authors after identities changed. Returns the same list if nothing changed. */
export function renameAuthors(
  known: readonly TranscriptEntry[],
  nameKind: NameKind,
  nicknameOf: (participantId: string) => string,
): readonly TranscriptEntry[] {
  const changed = new Map<number, TranscriptEntry>();
  // Entries share few authors, so each author is looked up once and not once for every entry.
  const named = new Map<Author, Author>();
  for (const entry of known) {
    const { author } = entry;
    let now = named.get(author);
    if (now === undefined) {
      now = nameNow(author, nameKind, nicknameOf);
      named.set(author, now);
    }
    if (now !== author) changed.set(entry.index, { ...entry, author: now });
  }
  return mergeChanged(known, changed);
}

/** Returns the same author if nothing changed. */
function nameNow(author: Author, nameKind: NameKind, nicknameOf: (participantId: string) => string): Author {
  if (author.participantId === null) return author;
  const kind = nameKind(author.participantId);
  const nickname = author.nickname === '' ? nicknameOf(author.participantId) : author.nickname;
  return kind === author.kind && nickname === author.nickname ? author : { ...author, kind, nickname };
}

function mergeChanged(
  known: readonly TranscriptEntry[],
  changes: ReadonlyMap<number, TranscriptEntry>,
): readonly TranscriptEntry[] {
  if (changes.size === 0) return known;
  const changed = [...changes.values()].sort(byIndex);
  const first = changed[0];
  const last = known.at(-1);
  // Fast path: updates nearly always belong at the end, and nothing has to be sorted.
  if (first !== undefined && (last === undefined || first.index > last.index)) return [...known, ...changed];
  return [...known.filter((entry) => !changes.has(entry.index)), ...changed].sort(byIndex);
}

function byIndex(left: TranscriptEntry, right: TranscriptEntry): number {
  return left.index - right.index;
}
