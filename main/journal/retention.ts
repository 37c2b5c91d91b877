import type { Settings } from '../../preload/contract';
import type { JournalStorage } from './journal-storage';
import { segmentsIn } from './journal-storage';
import { readLine, type ChainLink } from './record';
import { splitLines } from './verify';

/** How long and how much of the journal is kept. Whole segments are removed, the oldest first. */
export interface Retention {
  readonly maxAgeMs: number;
  readonly maxBytes: number;
}

const dayMs = 86_400_000;
const ageMs: Readonly<Record<Settings['journalAge'], number>> = {
  days30: 30 * dayMs,
  days90: 90 * dayMs,
  year: 365 * dayMs,
  threeYears: 3 * 365 * dayMs,
};
const sizeBytes: Readonly<Record<Settings['journalSize'], number>> = {
  mb100: 100_000_000,
  mb400: 400_000_000,
  mb2000: 2_000_000_000,
};

/** Returns what the settings keep. */
export function retentionOf({ journalAge, journalSize }: Pick<Settings, 'journalAge' | 'journalSize'>): Retention {
  return { maxAgeMs: ageMs[journalAge], maxBytes: sizeBytes[journalSize] };
}

/** Segments to remove, oldest first, and the last record in them. */
export interface Outdated {
  readonly segments: readonly string[];
  readonly through: ChainLink;
}

/** Returns what has to be removed now; `null` if nothing. The segment in use is never removed. */
export async function outdatedSegments(
  storage: JournalStorage,
  { maxAgeMs, maxBytes }: Retention,
  now: number,
): Promise<Outdated | null> {
  const files = await storage.list();
  const facts = new Map(files.map((file) => [file.name, file]));
  let total = segmentsIn(files).reduce((sum, name) => sum + (facts.get(name)?.bytes ?? 0), 0);
  const removed: string[] = [];
  for (const name of segmentsIn(files).slice(0, -1)) {
    const { bytes = 0, changedAt = now } = facts.get(name) ?? {};
    if (total <= maxBytes && now - changedAt <= maxAgeMs) break;
    removed.push(name);
    total -= bytes;
  }
  const last = removed.at(-1);
  const through = last === undefined ? null : lastLink((await storage.read(last)) ?? '');
  return through === null ? null : { segments: removed, through };
}

function lastLink(content: string): ChainLink | null {
  const record = readLine(splitLines(content).complete.at(-1) ?? '');
  return record === null ? null : { seq: record.seq, hash: record.hash };
}
