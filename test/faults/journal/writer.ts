import { writeSync } from 'node:fs';
import process from 'node:process';
import { systemClock } from '../../../main/base/clock';
import { createLogger } from '../../../main/base/log';
import { createDiskStorage } from '../../../main/journal/disk-storage';
import { JournalWriter } from '../../../main/journal/journal-writer';

/**
 * A program that keeps a journal with the product's code, to be killed by `journal.kill`: `writer.ts <folder> <first>` appends one
 * number after the other, several at a time, and prints each acknowledged one.
 */
const [folder = '', first = '1'] = process.argv.slice(2);
const writer = new JournalWriter({
  storage: createDiskStorage(folder),
  clock: systemClock,
  log: createLogger('journal', () => undefined),
  retention: () => ({ maxAgeMs: Number.POSITIVE_INFINITY, maxBytes: Number.POSITIVE_INFINITY }),
  segmentBytes: 20_000,
  maxWaiting: 20_000,
  onState: () => undefined,
});
for (let number = Number(first); ;) {
  const batch = Array.from({ length: 1 + (number % 7) }, () => number++);
  const outcomes = await Promise.all(
    batch.map((one) => writer.append('act', { number: one, filler: 'x'.repeat(300) })),
  );
  outcomes.forEach((isOnDisk, at) => {
    if (isOnDisk) writeSync(1, `${String(batch[at])}\n`);
  });
}
