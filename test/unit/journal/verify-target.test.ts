import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDiskStorage } from '../../../main/journal/disk-storage';
import { readLine, toLine } from '../../../main/journal/record';
import { receiptOf, signReceipt } from '../../../main/journal/receipt';
import { openSigningKey } from '../../../main/journal/signing-key';
import { verifyTarget } from '../../../main/journal/verify-target';
import { JournalWriter } from '../../../main/journal/journal-writer';
import { MemoryLog } from '../../support/floor/memory-log';
import { VirtualClock } from '../../support/virtual-clock';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sightline-verify-'));
  const writer = new JournalWriter({
    ...{ storage: createDiskStorage(folder), clock: new VirtualClock(), log: new MemoryLog().logger },
    ...{ segmentBytes: 1_000_000, maxWaiting: 50, onState: () => undefined },
    retention: () => ({ maxAgeMs: Infinity, maxBytes: Infinity }),
  });
  for (let number = 0; number < 5; number += 1) void writer.append('act', { number });
  await writer.close();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('finds a journal intact, and names the first record that was altered', async () => {
  expect(await verifyTarget(folder)).toMatchObject({
    exitCode: 0,
    text: expect.stringContaining('are intact') as unknown,
  });
  const segment = path.join(folder, 'journal-000001.jsonl');
  await writeFile(segment, (await readFile(segment, 'utf8')).replace('"number":2', '"number":7'));
  const altered = await verifyTarget(folder);
  expect(altered.exitCode).toBe(1);
  expect(altered.text).toMatch(/^Record 4 was altered/);
  expect((await verifyTarget(segment)).exitCode).toBe(1);
});

it('names a record that was rewritten with a hash that fits it', async () => {
  const segment = path.join(folder, 'journal-000001.jsonl');
  const lines = (await readFile(segment, 'utf8')).split('\n');
  const at = lines.findIndex((line) => line.includes('"number":2'));
  const record = readLine(lines[at] ?? '');
  if (record === null) throw new Error('the journal has no such record');
  const previous = { seq: record.seq - 1, hash: record.prev };
  lines[at] = toLine({ at: record.at, kind: record.kind, data: { number: 7 } }, previous).line;
  await writeFile(segment, lines.join('\n'));
  expect((await verifyTarget(folder)).text).toMatch(/^Record 4 was altered/);
});

it('checks a receipt and says from when on there are records', async () => {
  const content = receiptOf([], {
    ...{ owner: { serverName: null, userId: 'u' }, chatId: null, issuedAt: 9, journalHead: { seq: 1, hash: 'f' } },
    ...{ from: 0, to: 8, recordsFrom: 5 },
  });
  const receipt = signReceipt(content, await openSigningKey(createDiskStorage(folder)));
  const file = path.join(folder, 'june.receipt.json');
  await writeFile(file, JSON.stringify(receipt));
  const verdict = await verifyTarget(file);
  expect(verdict.exitCode).toBe(0);
  expect(verdict.text).toContain('It lists nothing before 1970-01-01T00:00:00.005Z');
  await writeFile(file, JSON.stringify({ ...receipt, recordsFrom: 0 }));
  expect((await verifyTarget(file)).exitCode).toBe(1);
});

it('says what cannot be checked', async () => {
  expect(await verifyTarget(path.join(folder, 'nowhere'))).toEqual({
    text: 'There is no such file or folder.',
    exitCode: 2,
  });
});
