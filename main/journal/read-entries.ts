import type { JournalEntry, JournalPeriod } from '../../preload/contract';
import { isJournalKind } from '../../preload/contract/model/journal';
import { segmentsIn, type JournalStorage } from './journal-storage';
import { readLine } from './record';
import { splitLines } from './verify';

/** Lines read before other work may run; a slice takes a few milliseconds. */
const sliceLines = 500;
/** Older segments are not read once one begins this long before the period, so that a clock set back hides nothing. */
const clockChangeMs = 86_400_000;
const timeShape = /^\{"seq":\d+,"at":(?<at>[\d.]+),/;

/**
 * Returns the intact records of a period, in their order. A damaged line is left out; a check names it. Kinds of a newer version
 * are left out as well, and stay in the file.
 */
export async function readEntries(
  storage: JournalStorage,
  { from, to }: JournalPeriod,
  pause: () => Promise<unknown>,
): Promise<readonly JournalEntry[]> {
  const bySegment: (readonly JournalEntry[])[] = [];
  for (const name of segmentsIn(await storage.list()).toReversed()) {
    const entries: JournalEntry[] = [];
    const { complete } = splitLines((await storage.read(name)) ?? '');
    for (const [at, line] of complete.entries()) {
      if (at % sliceLines === sliceLines - 1) await pause();
      const time = timeOf(line);
      if (!(time >= from && time <= to)) continue;
      const record = readLine(line);
      if (record === null) continue;
      const { seq, at: recordedAt, kind, data } = record;
      if (isJournalKind(kind)) entries.push({ seq, at: recordedAt, kind, data });
    }
    bySegment.push(entries);
    if (timeOf(complete[0] ?? '') < from - clockChangeMs) break;
  }
  return bySegment.toReversed().flat();
}

/** Returns the time of the oldest record; `null` if there is none, or it is damaged. */
export async function firstRecordTime(storage: JournalStorage): Promise<number | null> {
  for (const name of segmentsIn(await storage.list())) {
    const [first] = splitLines((await storage.read(name)) ?? '').complete;
    if (first !== undefined) return readLine(first)?.at ?? null;
  }
  return null;
}

function timeOf(line: string): number {
  return Number(timeShape.exec(line)?.groups?.['at']);
}
