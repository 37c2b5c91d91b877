import { readHead } from './head';
import { segmentsIn, type JournalStorage } from './journal-storage';
import { chainStart, readLine, type ChainLink, type JournalRecord } from './record';

/**
 * What is wrong with the first bad record. `altered`: its content changed. `missing`: it was removed. `reordered`: it
 * stands elsewhere. `truncated`: the journal ends before it. `headMissing`: the head was removed or damaged.
 */
export type JournalProblem = 'altered' | 'missing' | 'reordered' | 'truncated' | 'headMissing';

export type Verification =
  | {
      readonly ok: true;
      readonly recordCount: number;
      readonly first: number;
      readonly head: ChainLink;
      /** Bytes of an incomplete last line, as a crash leaves it; the next start cuts it off. */
      readonly tornBytes: number;
    }
  | {
      readonly ok: false;
      readonly problem: JournalProblem;
      /** Number of the first bad record. */
      readonly seq: number;
      readonly file: string | null;
      /** Number of the line in the file, from 1. */
      readonly line: number | null;
    };

interface Line {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly record: JournalRecord | null;
}

/**
 * Checks a whole journal: each record against its own hash, against the record before it, and the end against the head.
 * It finds the first bad record. A journal that was rewritten together with its head passes: only a head or a receipt
 * that was handed to others shows that.
 */
export async function verifyJournal(storage: JournalStorage): Promise<Verification> {
  const head = await readHead(storage);
  const lines: Line[] = [];
  let tornBytes = 0;
  for (const file of segmentsIn(await storage.list())) {
    const { complete, torn } = splitLines((await storage.read(file)) ?? '');
    tornBytes = Buffer.byteLength(torn);
    complete.forEach((text, at) => lines.push({ file, line: at + 1, text, record: readLine(text) }));
    // Only the last segment may end in an incomplete line.
    if (tornBytes > 0) lines.push({ file, line: complete.length + 1, text: torn, record: null });
  }
  if (tornBytes > 0) lines.pop();
  return verifyLines(lines, head, tornBytes);
}

/** Checks one segment. Its start and end are unknown, so only what lies between its records is checked. */
export function verifySegment(file: string, content: string): Verification {
  const { complete, torn } = splitLines(content);
  const lines = complete.map((text, at) => ({ file, line: at + 1, text, record: readLine(text) }));
  const [first] = lines;
  const last = lines.at(-1)?.record;
  if (first?.record == null) return bad('altered', 1, first);
  const found = firstBreak(lines, { seq: first.record.seq - 1, hash: first.record.prev });
  if (found !== null) return found;
  const head = last == null ? chainStart : { seq: last.seq, hash: last.hash };
  return {
    ok: true,
    recordCount: lines.length,
    first: first.record.seq,
    head,
    tornBytes: Buffer.byteLength(torn),
  };
}

/** Splits a segment into its complete lines and what follows the last line break. */
export function splitLines(content: string): { readonly complete: readonly string[]; readonly torn: string } {
  const pieces = content.split('\n');
  const torn = pieces.pop() ?? '';
  return { complete: pieces, torn };
}

function verifyLines(lines: readonly Line[], head: ChainLink | null, tornBytes: number): Verification {
  const first = lines[0]?.record;
  const start = first == null ? chainStart : startOf(first, lines);
  const found = firstBreak(lines, start);
  if (found !== null) return found;
  const last = lines.at(-1)?.record;
  const end = last == null ? chainStart : { seq: last.seq, hash: last.hash };
  if (head === null) return bad('headMissing', end.seq + 1);
  if (end.seq < head.seq) return bad('truncated', end.seq + 1, lines.at(-1));
  const atHead = lines.find(({ record }) => record?.seq === head.seq);
  if (atHead !== undefined && atHead.record?.hash !== head.hash) return bad('altered', head.seq, atHead);
  const noted = lines.find(({ record }) => record?.kind === 'journalDamaged');
  if (noted !== undefined) return bad('headMissing', noted.record?.seq ?? 0, noted);
  return { ok: true, recordCount: lines.length, first: start.seq + 1, head: end, tornBytes };
}

/** A journal that does not begin with record 1 must hold a record of the removal of its older segments. */
function startOf(first: JournalRecord, lines: readonly Line[]): ChainLink {
  const isVouchedFor = lines.some(
    ({ record }) =>
      record?.kind === 'segmentsRemoved' &&
      record.data['through'] === first.seq - 1 &&
      record.data['hash'] === first.prev,
  );
  return isVouchedFor ? { seq: first.seq - 1, hash: first.prev } : chainStart;
}

function firstBreak(lines: readonly Line[], start: ChainLink): Verification | null {
  let previous = start;
  for (const [at, line] of lines.entries()) {
    const { record } = line;
    const expected = previous.seq + 1;
    if (record === null) return bad('altered', expected, line);
    if (record.seq !== expected) {
      const isElsewhere = record.seq <= previous.seq || lines.slice(at).some((later) => later.record?.seq === expected);
      return bad(isElsewhere ? 'reordered' : 'missing', expected, line);
    }
    if (record.prev !== previous.hash) {
      // The record after it shows which of the two was rewritten with a new hash.
      const next = lines[at + 1]?.record;
      const isOwn = at === 0 || (next != null && next.prev !== record.hash);
      return isOwn ? bad('altered', record.seq, line) : bad('altered', previous.seq, lines[at - 1]);
    }
    previous = { seq: record.seq, hash: record.hash };
  }
  return null;
}

function bad(problem: JournalProblem, seq: number, line?: Pick<Line, 'file' | 'line'>): Verification {
  return { ok: false, problem, seq, file: line?.file ?? null, line: line?.line ?? null };
}
