import { describe, expect, it } from 'vitest';
import { headFile, segmentsIn } from '../../../main/journal/journal-storage';
import { readEntries } from '../../../main/journal/read-entries';
import { readLine, toLine } from '../../../main/journal/record';
import { splitLines, verifyJournal } from '../../../main/journal/verify';
import { JournalBench } from '../../support/journal/journal-bench';
import type { MemoryStorage } from '../../support/journal/memory-storage';

async function recordsIn(storage: MemoryStorage): Promise<readonly { kind: string; data: unknown }[]> {
  const files = segmentsIn(await storage.list());
  return files.flatMap((name) =>
    splitLines(storage.files.get(name) ?? '').complete.map((line) => {
      const record = readLine(line);
      if (record === null) throw new Error(`not a record: ${line}`);
      return { kind: record.kind, data: record.data };
    }),
  );
}

const act = (number: number) => ({ kind: 'act', data: { number } });
const opened = (after: number) => ({ kind: 'journalOpened', data: { after } });

describe('the journal', () => {
  it('writes records in order and continues the chain after a restart', async () => {
    const bench = new JournalBench();
    await bench.write(1, 2);
    bench.open();
    await bench.write(3);
    expect(await recordsIn(bench.storage)).toEqual([opened(0), act(1), act(2), opened(3), act(3)]);
    expect(await verifyJournal(bench.storage)).toMatchObject({ ok: true, recordCount: 5, first: 1, tornBytes: 0 });
  });

  it('takes records of a newer version for intact, and continues after them', async () => {
    const bench = new JournalBench();
    await bench.write(1);
    const [name = ''] = segmentsIn(await bench.storage.list());
    const text = bench.storage.files.get(name) ?? '';
    const last = readLine(text.trimEnd().split('\n').at(-1) ?? '');
    if (last === null) throw new Error('there is a record');
    const newer = toLine({ at: 1, kind: 'mood', data: { of: 'a newer version' } }, last);
    bench.storage.files.set(name, `${text}${newer.line}\n`);
    bench.open();
    await bench.write(2);
    const records = await recordsIn(bench.storage);
    expect(records).toContainEqual({ kind: 'mood', data: { of: 'a newer version' } });
    expect(records.at(-1)).toEqual(act(2));
    expect(await verifyJournal(bench.storage)).toMatchObject({ ok: true, recordCount: records.length });
    const period = { from: 0, to: Number.MAX_SAFE_INTEGER };
    const entries = await readEntries(bench.storage, period, () => Promise.resolve());
    expect(entries.map(({ kind }) => kind)).not.toContain('mood');
  });

  it('acknowledges a record only when it is on the disk', async () => {
    const bench = new JournalBench();
    let isOnDisk: boolean | null = null;
    void bench.writer.append('act', { number: 1 }).then((value) => (isOnDisk = value));
    await Promise.resolve();
    expect(isOnDisk).toBeNull();
    await bench.clock.advanceSettled(0);
    expect(isOnDisk).toBe(true);
    expect(await recordsIn(bench.storage)).toEqual([opened(0), act(1)]);
  });

  it('gathers requests into one write a second', async () => {
    const bench = new JournalBench();
    await bench.write(1);
    const before = bench.storage.writeCount;
    for (let number = 0; number < 9; number += 1) {
      void bench.writer.append('request', { number });
      await bench.clock.advanceSettled(100);
    }
    expect(bench.storage.writeCount).toBe(before);
    await bench.clock.advanceSettled(100);
    expect(bench.storage.writeCount).toBe(before + 1);
  });

  it('cuts off the incomplete line of a crash and notes how much it cut', async () => {
    const bench = new JournalBench();
    await bench.write(1);
    const [name = ''] = segmentsIn(await bench.storage.list());
    bench.storage.files.set(name, `${bench.storage.files.get(name) ?? ''}{"seq":3,"at":12`);
    expect(await verifyJournal(bench.storage)).toMatchObject({ ok: true, tornBytes: 16 });
    bench.open();
    await bench.write(2);
    const repaired = { kind: 'journalRepaired', data: { cutBytes: 16 } };
    expect(await recordsIn(bench.storage)).toEqual([opened(0), act(1), repaired, opened(2), act(2)]);
    expect(await verifyJournal(bench.storage)).toMatchObject({ ok: true, tornBytes: 0 });
  });

  it('keeps records that were written but not yet in the head when the program was killed', async () => {
    const bench = new JournalBench();
    await bench.write(1);
    const head = bench.storage.files.get(headFile) ?? '';
    await bench.write(2);
    bench.storage.files.set(headFile, head);
    bench.open();
    await bench.write(3);
    expect(await recordsIn(bench.storage)).toEqual([opened(0), act(1), act(2), opened(3), act(3)]);
  });

  it('leaves what was removed visible: a start after a truncation does not close the chain', async () => {
    const bench = new JournalBench();
    await bench.write(1, 2, 3);
    const [name = ''] = segmentsIn(await bench.storage.list());
    const lines = (bench.storage.files.get(name) ?? '').split('\n');
    bench.storage.files.set(name, `${lines.slice(0, 2).join('\n')}\n`);
    bench.open();
    await bench.write(4);
    expect(await verifyJournal(bench.storage)).toMatchObject({ ok: false, problem: 'missing', seq: 3 });
  });

  it('leaves it visible when the head was removed as well', async () => {
    const bench = new JournalBench();
    await bench.write(1, 2, 3);
    bench.storage.files.delete(headFile);
    bench.open();
    await bench.write(4);
    expect(await verifyJournal(bench.storage)).toMatchObject({ ok: false, problem: 'headMissing', seq: 5 });
  });
});

describe('a disk that refuses', () => {
  it('stops nothing: records wait, the state says so, and all are written once it accepts again', async () => {
    const bench = new JournalBench();
    await bench.write(1);
    bench.storage.refuses = 'ENOSPC';
    bench.storage.refusedShare = 0.5;
    await bench.write(2, 3);
    expect(bench.states.at(-1)).toEqual({ problem: 'diskFull', waitingCount: 2, lostCount: 0 });
    bench.storage.refuses = null;
    await bench.clock.advanceSettled(5_000);
    expect(bench.states.at(-1)).toEqual({ problem: null, waitingCount: 0, lostCount: 0 });
    expect(await recordsIn(bench.storage)).toEqual([opened(0), act(1), act(2), act(3)]);
    expect(await verifyJournal(bench.storage)).toMatchObject({ ok: true });
  });

  it('says that a folder cannot be written, whatever the reason', async () => {
    const bench = new JournalBench();
    bench.storage.refuses = 'EACCES';
    await bench.write(1);
    expect(bench.states.at(-1)).toEqual({ problem: 'unwritable', waitingCount: 1, lostCount: 0 });
  });

  it('counts records that no longer fit in memory and notes them in the chain', async () => {
    const bench = new JournalBench();
    bench.storage.refuses = 'EIO';
    const outcomes = Array.from({ length: 53 }, (_, number) => bench.writer.append('request', { number }));
    await bench.writer.flush();
    bench.storage.refuses = null;
    await bench.clock.advanceSettled(5_000);
    expect((await Promise.all(outcomes)).filter((isOnDisk) => !isOnDisk)).toHaveLength(3);
    expect((await recordsIn(bench.storage)).at(-1)).toMatchObject({ kind: 'recordsLost', data: { count: 3 } });
  });
});

describe('retention', () => {
  it('removes the oldest segments beyond the size and records it, so that the rest still verifies', async () => {
    const bench = new JournalBench({ segmentBytes: 600, maxBytes: 2_000 });
    await bench.fill(40);
    const files = await bench.storage.list();
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total).toBeLessThan(3_500);
    const verified = await verifyJournal(bench.storage);
    expect(verified).toMatchObject({ ok: true });
    expect(verified.ok && verified.first).toBeGreaterThan(20);
  });

  it('removes segments that are too old', async () => {
    const bench = new JournalBench({ segmentBytes: 600 });
    await bench.fill(10);
    const before = segmentsIn(await bench.storage.list()).length;
    bench.clock.jumpWall(31 * 86_400_000);
    bench.open();
    await bench.write(11);
    expect(segmentsIn(await bench.storage.list()).length).toBeLessThan(before);
    expect(await verifyJournal(bench.storage)).toMatchObject({ ok: true });
  });

  it('does not excuse a removal without its record', async () => {
    const bench = new JournalBench({ segmentBytes: 600 });
    await bench.fill(10);
    const [first = ''] = segmentsIn(await bench.storage.list());
    bench.storage.files.delete(first);
    expect(await verifyJournal(bench.storage)).toMatchObject({ ok: false, problem: 'missing', seq: 1 });
  });
});
