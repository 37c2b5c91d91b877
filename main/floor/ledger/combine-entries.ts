import { dequal } from 'dequal/lite';
import type { Author, TranscriptEntry, Visibility } from '../../../preload/contract';
import type { EntryUpdate } from '../events';

/**
 * The server reports an entry several times: by stream, by read, again after an interruption, and not always complete.
 * Omitted values (absent, null, empty) are unknown, so an entry combines all its versions.
 */

/** Returns whether two versions of one index can be the same entry. Omitted values do not differ. */
export function isSameEntry(known: TranscriptEntry, update: EntryUpdate): boolean {
  const areKindsAlike = known.kind === update.kind || known.kind === 'unknown' || update.kind === 'unknown';
  return areKindsAlike && isSameAuthor(known.author, update.from) && isSameText(known.text, update.text);
}

/** Some versions have another id for the same participant, so the name must differ as well. */
function isSameAuthor(known: Author, from: EntryUpdate['from']): boolean {
  if (from === null || known.participantId === null || known.participantId === from.participantId) return true;
  if (known.userId !== null && known.userId === from.userId) return true;
  return known.nickname === from.nickname || known.nickname === '' || from.nickname === '';
}

/** Ignores what servers do to a text: escaping, normalising, dropping and cutting. */
function isSameText(known: string, updated: string): boolean {
  if (known === updated || known === '' || updated === '') return true;
  const [left, right] = [comparable(known), comparable(updated)];
  if (left === right) return true;
  const [shorter, longer] = left.length < right.length ? [left, right] : [right, left];
  return shorter.length >= minCutLength && longer.startsWith(shorter);
}

/** Servers do not cut shorter texts, and "ok" is not the beginning of "ok, thanks". */
const minCutLength = 200;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" };

function comparable(text: string): string {
  return text
    .replace(/&(amp|lt|gt|quot|#39|apos);/g, (_written, name: string) => entities[name] ?? '')
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\ufffd\s]+/gu, ' ')
    .trim();
}

/** Combines two versions of an entry. Independent of order, except for guessed times. */
export function combine(before: TranscriptEntry, after: TranscriptEntry): TranscriptEntry {
  const author = combineAuthors(before.author, after.author);
  const combined: TranscriptEntry = {
    index: before.index,
    kind: before.kind === 'unknown' ? after.kind : before.kind,
    author,
    visibility: combineVisibility(before, after),
    text: greater(before.text, after.text),
    ...combineTimes(before, after),
    ...(before.numbering === undefined ? {} : { numbering: before.numbering }),
  };
  return dequal(before, combined) ? before : combined;
}

function combineAuthors(before: Author, after: Author): Author {
  if (after.participantId === null) return before;
  if (before.participantId === null) return after;
  const base = before.participantId >= after.participantId ? before : after;
  const author = {
    participantId: base.participantId,
    kind: base.kind,
    nickname: greater(before.nickname, after.nickname),
    userId: greaterSaid(before.userId, after.userId),
    visibility: greaterSaid(before.visibility, after.visibility),
  };
  return dequal(before, author) ? before : author;
}

/** If two versions contradict each other, the wider visibility wins: never fewer readers than possible. */
const readers: readonly Visibility[] = ['supervisors', 'agents', 'everyone'];

/** A version without the author's visibility assumed the widest one, so the other version wins. */
function combineVisibility(before: TranscriptEntry, after: TranscriptEntry): Visibility {
  const isKnownBefore = before.author.visibility !== null;
  if (isKnownBefore !== (after.author.visibility !== null)) return isKnownBefore ? before.visibility : after.visibility;
  return readers.indexOf(before.visibility) >= readers.indexOf(after.visibility) ? before.visibility : after.visibility;
}

/** A reported time replaces a guess. Of two guesses the first stays, so that the entry does not move at every read. */
function combineTimes(before: TranscriptEntry, after: TranscriptEntry): Pick<TranscriptEntry, 'at' | 'isTimeGuessed'> {
  if (before.isTimeGuessed && after.isTimeGuessed) return { at: before.at, isTimeGuessed: true };
  if (before.isTimeGuessed) return { at: after.at };
  return { at: after.isTimeGuessed ? before.at : Math.min(before.at, after.at) };
}

/** Returns the longer text, or the greater one by code units: independent of order. */
function greater(left: string, right: string): string {
  if (left.length !== right.length) return left.length > right.length ? left : right;
  return left > right ? left : right;
}

function greaterSaid<T extends string>(left: T | null, right: T | null): T | null {
  if (left === null || right === null) return left ?? right;
  return left >= right ? left : right;
}
