import { readHead, writeHead } from './head';
import { segmentName, segmentNumber, segmentsIn, type JournalStorage } from './journal-storage';
import { chainStart, readLine, type ChainLink } from './record';
import { splitLines } from './verify';

/** Where the next record goes. */
export interface JournalEnd {
  readonly link: ChainLink;
  readonly segment: string;
  /** Length of the usable part of the segment in bytes. */
  readonly bytes: number;
  /** Bytes of an incomplete line that the next write cuts off. */
  readonly tornBytes: number;
  /** Records before this end are damaged or missing, so a new segment continues after the head. */
  readonly isDamaged: boolean;
}

/**
 * Finds the end of the journal at a start. After a crash the last segment may end in an incomplete line behind the head,
 * which is cut off. Anything else wrong was not caused by a crash: the files stay as evidence, and a new segment
 * continues after the head, so that a check always finds the place.
 */
export async function findEnd(storage: JournalStorage): Promise<JournalEnd> {
  const segments = segmentsIn(await storage.list());
  const head = await readHead(storage);
  if (segments.length === 0 && head === null) {
    // Before the first segment, so that a segment without a head is always a damage.
    await writeHead(storage, chainStart);
    return { link: chainStart, segment: segmentName(1), bytes: 0, tornBytes: 0, isDamaged: false };
  }
  const found = await lastRecord(storage, segments);
  const lastNumber = segmentNumber(segments.at(-1) ?? '') ?? 0;
  const isDamaged = head === null || found.link.seq < head.seq || found.isBrokenBefore(head.seq);
  if (!isDamaged) {
    const { link, bytes, tornBytes } = found;
    return { link, segment: segments.at(-1) ?? segmentName(1), bytes, tornBytes, isDamaged };
  }
  const link = head !== null && head.seq > found.link.seq ? head : found.link;
  return { link, segment: segmentName(lastNumber + 1), bytes: 0, tornBytes: 0, isDamaged };
}

interface LastRecord {
  readonly link: ChainLink;
  readonly bytes: number;
  readonly tornBytes: number;
  isBrokenBefore(seq: number): boolean;
}

/** Reads backwards until a segment with a record: the last one is empty if the program ended right after creating it. */
async function lastRecord(storage: JournalStorage, segments: readonly string[]): Promise<LastRecord> {
  let link: ChainLink = chainStart;
  let bytes = 0;
  let tornBytes = 0;
  let brokenAt: number | null = null;
  for (const [back, name] of segments.toReversed().entries()) {
    const { complete, torn } = splitLines((await storage.read(name)) ?? '');
    const intact = intactLines(complete);
    if (back === 0) {
      bytes = intact.bytes;
      const rest = complete.slice(intact.count);
      tornBytes = Buffer.byteLength(torn) + rest.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
      if (rest.length > 0) brokenAt = (intact.link?.seq ?? 0) + 1;
    }
    if (intact.link === null) continue;
    link = intact.link;
    break;
  }
  return { link, bytes, tornBytes, isBrokenBefore: (seq) => brokenAt !== null && brokenAt <= seq };
}

function intactLines(lines: readonly string[]): {
  readonly count: number;
  readonly bytes: number;
  readonly link: ChainLink | null;
} {
  let bytes = 0;
  let link: ChainLink | null = null;
  for (const [count, line] of lines.entries()) {
    const record = readLine(line);
    const isNext = record !== null && (link === null || (record.seq === link.seq + 1 && record.prev === link.hash));
    if (!isNext) return { count, bytes, link };
    bytes += Buffer.byteLength(line) + 1;
    link = { seq: record.seq, hash: record.hash };
  }
  return { count: lines.length, bytes, link };
}
