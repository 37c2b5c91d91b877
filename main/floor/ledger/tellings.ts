import type { Author, TranscriptEntry, Visibility } from '../../../preload/contract';
import type { EntryUpdate } from '../events';
import { isSameValue } from '../same-value';

/**
 * One line is told several times: by the stream, by a read, again after an interruption, and not always whole. What a telling
 * leaves out (absent, null, empty) was not said, so the line is everything that any of its tellings said.
 */

/** Whether two tellings of one index can be about one line. What only one of them says is no difference. */
export function isSameLine(held: TranscriptEntry, reading: EntryUpdate): boolean {
  const areKindsAlike = held.kind === reading.kind || held.kind === 'unknown' || reading.kind === 'unknown';
  return areKindsAlike && isSameAuthor(held.author, reading.from) && isSameText(held.text, reading.text);
}

/** Some tellings have another id for a person, so the name has to differ as well. */
function isSameAuthor(held: Author, from: EntryUpdate['from']): boolean {
  if (from === null || held.participantId === null || held.participantId === from.participantId) return true;
  if (held.userId !== null && held.userId === from.userId) return true;
  return held.nickname === from.nickname || held.nickname === '' || from.nickname === '';
}

/** Two tellings may differ in what servers do to a text on its way: escaping, normalising, dropping or cutting. */
function isSameText(held: string, told: string): boolean {
  if (held === told || held === '' || told === '') return true;
  const [left, right] = [comparable(held), comparable(told)];
  if (left === right) return true;
  const [shorter, longer] = left.length < right.length ? [left, right] : [right, left];
  return shorter.length >= minCutLength && longer.startsWith(shorter);
}

/** Shorter texts are not cut by servers, and "ok" is not the beginning of "ok, thanks". */
const minCutLength = 200;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" };

function comparable(text: string): string {
  return text
    .replace(/&(amp|lt|gt|quot|#39|apos);/g, (_written, name: string) => entities[name] ?? '')
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\ufffd\s]+/gu, ' ')
    .trim();
}

/** The line that both tellings are about. The same whichever of them came first, but for times that were guessed. */
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
  return isSameValue(before, combined) ? before : combined;
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
  return isSameValue(before, author) ? before : author;
}

/** Where two tellings contradict each other, the line counts as read by more people, never by fewer. */
const readers: readonly Visibility[] = ['supervisors', 'agents', 'everyone'];

/** A telling without its author's visibility did not know who reads the line: it took the widest for granted. */
function combineVisibility(before: TranscriptEntry, after: TranscriptEntry): Visibility {
  const isToldBefore = before.author.visibility !== null;
  if (isToldBefore !== (after.author.visibility !== null)) return isToldBefore ? before.visibility : after.visibility;
  return readers.indexOf(before.visibility) >= readers.indexOf(after.visibility) ? before.visibility : after.visibility;
}

/** A time that was told takes the place of a guess. Of two guesses the first stays, or the line would move at every read. */
function combineTimes(before: TranscriptEntry, after: TranscriptEntry): Pick<TranscriptEntry, 'at' | 'isTimeGuessed'> {
  if (before.isTimeGuessed && after.isTimeGuessed) return { at: before.at, isTimeGuessed: true };
  if (before.isTimeGuessed) return { at: after.at };
  return { at: after.isTimeGuessed ? before.at : Math.min(before.at, after.at) };
}

/** The longer of two, or the later in the order of code units: a choice that does not depend on which came first. */
function greater(left: string, right: string): string {
  if (left.length !== right.length) return left.length > right.length ? left : right;
  return left > right ? left : right;
}

function greaterSaid<T extends string>(left: T | null, right: T | null): T | null {
  if (left === null || right === null) return left ?? right;
  return left >= right ? left : right;
}
