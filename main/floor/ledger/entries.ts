import type { Author, ParticipantKind, TranscriptEntry } from '../../../preload/contract';
import type { EntryReading, ParticipantReading } from '../events';
import { isSameValue } from '../same-value';

type NameKind = (participantId: string) => ParticipantKind;

const nobody: Author = { participantId: null, kind: 'other', nickname: '', userId: null, visibility: null };

/** An entry as a window shows it, its author named. */
export function toEntry(reading: EntryReading, nameKind: NameKind): TranscriptEntry {
  const { index, kind, from, visibility, text, at } = reading;
  return { index, kind, author: from === null ? nobody : toAuthor(from, nameKind), visibility, text, at };
}

function toAuthor(from: ParticipantReading, nameKind: NameKind): Author {
  const { participantId, nickname, userId, visibility } = from;
  return { participantId, kind: nameKind(participantId), nickname, userId, visibility };
}

/**
 * Leaves out what is held just as it was read: of a reading of everything that is nearly all, and it should cost nearly nothing.
 */
export function notHeldYet(
  known: readonly TranscriptEntry[],
  readings: readonly EntryReading[],
): readonly EntryReading[] {
  if (known.length === 0) return readings;
  return readings.filter((reading, place) => {
    const here = known[place];
    const held = here?.index === reading.index ? here : entryAt(known, reading.index);
    return held === null || !isHeldSo(held, reading);
  });
}

function isHeldSo(held: TranscriptEntry, reading: EntryReading): boolean {
  const { author } = held;
  const from = reading.from ?? nobody;
  return (
    held.text === reading.text &&
    held.at === reading.at &&
    held.kind === reading.kind &&
    held.visibility === reading.visibility &&
    author.participantId === from.participantId &&
    author.nickname === from.nickname &&
    author.userId === from.userId &&
    author.visibility === from.visibility
  );
}

/**
 * Sorts entries in by the server's index. Two tellings of one index become the richer one, whichever came first; a gap
 * between indexes is no reason to wait, since what a viewer may not see leaves holes.
 */
export function mergeEntries(
  known: readonly TranscriptEntry[],
  arrived: readonly TranscriptEntry[],
): readonly TranscriptEntry[] {
  const changed = new Map<number, TranscriptEntry>();
  for (const entry of arrived) {
    const before = changed.get(entry.index) ?? entryAt(known, entry.index);
    const winner = before === null ? entry : richer(before, entry);
    if (winner !== before) changed.set(entry.index, winner);
  }
  return woven(known, changed);
}

/** Names the authors again after something was learned about who is who. The same list comes back if nothing changed. */
export function renameAuthors(known: readonly TranscriptEntry[], nameKind: NameKind): readonly TranscriptEntry[] {
  const changed = new Map<number, TranscriptEntry>();
  for (const entry of known) {
    if (entry.author.participantId === null) continue;
    const kind = nameKind(entry.author.participantId);
    if (kind !== entry.author.kind) changed.set(entry.index, { ...entry, author: { ...entry.author, kind } });
  }
  return woven(known, changed);
}

function woven(
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

function entryAt(entries: readonly TranscriptEntry[], index: number): TranscriptEntry | null {
  let low = 0;
  let high = entries.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry === undefined) return null;
    if (entry.index === index) return entry;
    if (entry.index < index) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** The same of the two however they are handed over, so that the order of arrival leaves no trace. */
function richer(left: TranscriptEntry, right: TranscriptEntry): TranscriptEntry {
  const bare = { ...right, author: { ...right.author, kind: left.author.kind } };
  if (isSameValue(left, bare)) return left;
  const difference = worth(right) - worth(left);
  if (difference !== 0) return difference > 0 ? right : left;
  return fingerprint(right) > fingerprint(left) ? right : left;
}

function worth(entry: TranscriptEntry): number {
  const { author } = entry;
  return (
    (entry.kind === 'unknown' ? 0 : 16) +
    (author.participantId === null ? 0 : 8) +
    (author.userId === null ? 0 : 4) +
    (author.visibility === null ? 0 : 2) +
    (entry.text === '' ? 0 : 1)
  );
}

function fingerprint(entry: TranscriptEntry): string {
  const { author } = entry;
  return JSON.stringify([
    entry.kind,
    entry.visibility,
    entry.text,
    entry.at,
    author.participantId,
    author.userId,
    author.nickname,
    author.visibility,
  ]);
}
