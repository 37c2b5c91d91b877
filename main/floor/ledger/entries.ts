import type { Author, ParticipantKind, TranscriptEntry } from '../../../preload/contract';
import type { ParticipantUpdate } from '../events';
import { entryAt } from './entry-at';
import type { PlacedUpdate } from './numbering';
import { combine } from './combine-entries';

type NameKind = (participantId: string) => ParticipantKind;

/** The entries of a chat, and what is kept next to them so that a message costs nothing for each earlier one. */
export interface StoredEntries {
  /** By index. */
  readonly entries: readonly TranscriptEntry[];
  /** Every author that an entry refers to. They are few, so a name is compared once and not in each entry. */
  readonly authors: ReadonlySet<Author>;
  /** The entries as they were when they were last compared with what windows have. */
  readonly published: readonly TranscriptEntry[];
  /** Entries added or changed since then, in the order of their arrival. */
  readonly unpublished: readonly TranscriptEntry[];
}

const noAuthor: Author = { participantId: null, kind: 'other', nickname: '', userId: null, visibility: null };

export const noEntries: StoredEntries = { entries: [], authors: new Set(), published: [], unpublished: [] };

/** Returns the entries once windows get those that are unpublished. */
export function asPublished({ entries, authors }: StoredEntries): StoredEntries {
  return { entries, authors, published: entries, unpublished: [] };
}

/**
 * Converts updates to transcript entries with named authors. One author is one object across entries, also with those
 * in `known`: otherwise repeated names make up nearly half of a snapshot.
 */
export function toEntries(
  updates: readonly PlacedUpdate[],
  nameKind: NameKind,
  known: Iterable<Author> = [],
): readonly TranscriptEntry[] {
  const authors = new Map<string | null, readonly Author[]>();
  for (const author of known) addTo(authors, author);
  return updates.map(({ index, kind, from, visibility, text, at, isTimeGuessed, numbering }) => {
    const author = from === null ? noAuthor : toAuthor(from, nameKind, authors);
    return {
      ...{ index, kind, author, visibility, text, at },
      ...(isTimeGuessed === undefined ? {} : { isTimeGuessed }),
      ...(numbering === undefined ? {} : { numbering }),
    };
  });
}

/** Adds an author that is not among them yet. A participant is several authors if its visibility changes. */
function toAuthor(from: ParticipantUpdate, nameKind: NameKind, known: Map<string | null, readonly Author[]>): Author {
  const { participantId, nickname, userId, visibility } = from;
  const kind = nameKind(participantId);
  const same = known.get(participantId)?.findLast((author) => author.kind === kind && isReadSo(author, from));
  if (same !== undefined) return same;
  const author = { participantId, kind, nickname, userId, visibility };
  addTo(known, author);
  return author;
}

function addTo(authors: Map<string | null, readonly Author[]>, author: Author): void {
  authors.set(author.participantId, [...(authors.get(author.participantId) ?? []), author]);
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
    const held = entryAt(known, update.index, place);
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
export function mergeEntries(known: StoredEntries, arrived: readonly TranscriptEntry[]): StoredEntries {
  const changed = new Map<number, TranscriptEntry>();
  for (const entry of arrived) {
    const before = changed.get(entry.index) ?? entryAt(known.entries, entry.index);
    const winner = before === null ? entry : combine(before, entry);
    if (winner !== before) changed.set(entry.index, winner);
  }
  return mergeChanged(known, changed);
}

/** Renames authors after identities changed. Returns the same entries if nothing changed. */
export function renameAuthors(
  known: StoredEntries,
  nameKind: NameKind,
  nicknameOf: (participantId: string) => string,
): StoredEntries {
  const renamed = new Map<Author, Author>();
  for (const author of known.authors) {
    const now = nameNow(author, nameKind, nicknameOf);
    if (now !== author) renamed.set(author, now);
  }
  if (renamed.size === 0) return partOf(known);
  const changed = new Map<number, TranscriptEntry>();
  for (const entry of known.entries) {
    const author = renamed.get(entry.author);
    if (author !== undefined) changed.set(entry.index, { ...entry, author });
  }
  const { entries, unpublished, published } = mergeChanged(known, changed);
  return {
    entries,
    unpublished,
    published,
    authors: new Set([...known.authors].map((one) => renamed.get(one) ?? one)),
  };
}

/** Returns the same author if nothing changed. */
function nameNow(author: Author, nameKind: NameKind, nicknameOf: (participantId: string) => string): Author {
  if (author.participantId === null) return author;
  const kind = nameKind(author.participantId);
  const nickname = author.nickname === '' ? nicknameOf(author.participantId) : author.nickname;
  return kind === author.kind && nickname === author.nickname ? author : { ...author, kind, nickname };
}

function mergeChanged(known: StoredEntries, changes: ReadonlyMap<number, TranscriptEntry>): StoredEntries {
  if (changes.size === 0) return partOf(known);
  const changed = [...changes.values()].sort(byIndex);
  const { entries, authors, published, unpublished } = known;
  const first = changed[0];
  const last = entries.at(-1);
  // Fast path: updates nearly always belong at the end, and nothing has to be sorted.
  const areLast = first !== undefined && (last === undefined || first.index > last.index);
  return {
    entries: areLast
      ? [...entries, ...changed]
      : [...entries.filter((entry) => !changes.has(entry.index)), ...changed].sort(byIndex),
    authors: withAuthorsOf(authors, changed),
    published,
    unpublished: [...unpublished, ...changed],
  };
}

/** A whole record may be given; it must not come back with the entries. */
function partOf({ entries, authors, published, unpublished }: StoredEntries): StoredEntries {
  return { entries, authors, published, unpublished };
}

/** An author whose only entry was replaced stays. */
function withAuthorsOf(known: ReadonlySet<Author>, entries: readonly TranscriptEntry[]): ReadonlySet<Author> {
  const added = entries.filter(({ author }) => !known.has(author));
  return added.length === 0 ? known : new Set([...known, ...added.map(({ author }) => author)]);
}

function byIndex(left: TranscriptEntry, right: TranscriptEntry): number {
  return left.index - right.index;
}
