import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../preload/contract';
import { toCsv } from '../../../main/journal/export';
import { readReceipt, receiptOf, signReceipt } from '../../../main/journal/receipt';
import { openSigningKey } from '../../../main/journal/signing-key';
import { MemoryStorage } from '../../support/journal/memory-storage';

const sent = (seq: number, chat: string | null, noticedBy: string): JournalEntry => ({
  ...{ seq, at: seq * 1_000, kind: 'request' },
  data: { request: `run-${String(seq)}`, method: 'GET', path: '/me', operations: [], noticedBy, chat },
});
const entries: readonly JournalEntry[] = [
  sent(1, null, 'noOne'),
  sent(2, 'c1', 'noOne'),
  sent(3, 'c1', 'agents'),
  { seq: 4, at: 4_000, kind: 'requestFailed', data: { request: 'run-3', outcome: 'notSent' } },
];
const options = {
  ...{ owner: { serverName: 'gws.example.com', userId: 'u1' }, issuedAt: 9_000, from: 0, to: 8_000 },
  journalHead: { seq: 4, hash: 'f'.repeat(64) },
  recordsFrom: null,
};

describe('the silence receipt', () => {
  it('names the time from which on there are records, so that an earlier part of its period is not taken for silence', () => {
    expect(receiptOf(entries, { ...options, chatId: null, recordsFrom: 1_000 })).toMatchObject({
      from: 0,
      recordsFrom: 1_000,
    });
  });

  it('lists the requests of a period with who could have noticed them', () => {
    const { counts, requests } = receiptOf(entries, { ...options, chatId: null });
    expect(counts).toEqual({ noOne: 2, agents: 1, everyone: 0, unknown: 0 });
    expect(requests.map(({ seq, outcome }) => [seq, outcome])).toEqual([
      [1, 'sent'],
      [2, 'sent'],
      [3, 'notSent'],
    ]);
  });

  it('counts what was recorded after its period about the period', () => {
    const later: readonly JournalEntry[] = [
      ...entries.slice(0, 3),
      sent(9, 'c1', 'everyone'),
      { seq: 10, at: 10_000, kind: 'requestFailed', data: { request: 'run-3', outcome: 'notSent' } },
      { seq: 11, at: 11_000, kind: 'recordsLost', data: { count: 2, from: 7_000, until: 11_000 } },
      { seq: 12, at: 12_000, kind: 'recordsLost', data: { count: 5, from: 11_500, until: 12_000 } },
    ];
    const { requests, lostRecords } = receiptOf(later, { ...options, chatId: null });
    expect(requests.map(({ seq, outcome }) => [seq, outcome])).toEqual([
      [1, 'sent'],
      [2, 'sent'],
      [3, 'notSent'],
    ]);
    expect(lostRecords).toBe(2);
  });

  it('of one chat lists the requests that name it', () => {
    const { requests } = receiptOf(entries, { ...options, chatId: 'c1' });
    expect(requests.map(({ seq }) => seq)).toEqual([2, 3]);
  });

  it('is signed by the key of its journal, which stays the same', async () => {
    const storage = new MemoryStorage();
    const [first, second] = [await openSigningKey(storage), await openSigningKey(storage)];
    const text = JSON.stringify(signReceipt(receiptOf(entries, { ...options, chatId: null }), first), null, 2);
    expect(readReceipt(text)).toMatchObject({ receipt: { signature: { fingerprint: second.fingerprint } } });
  });

  it('shows any change after it was signed', async () => {
    const key = await openSigningKey(new MemoryStorage());
    const receipt = signReceipt(receiptOf(entries, { ...options, chatId: null }), key);
    const altered = JSON.stringify({ ...receipt, requests: receipt.requests.slice(0, 2) });
    expect(readReceipt(altered)).toEqual({ problem: 'altered' });
    expect(readReceipt('{"format":"other"}')).toEqual({ problem: 'notAReceipt' });
  });
});

describe('the export as CSV', () => {
  it('makes text of what a spreadsheet would run as a formula', () => {
    const data = { a: '=HYPERLINK("x")', b: '+1', c: '-1', d: '@x', e: 'plain, "quoted"' };
    const [, row] = toCsv([{ seq: 1, at: 0, kind: 'act', data }]).split('\r\n');
    expect(row).toBe(`"1","1970-01-01T00:00:00.000Z","act","'=HYPERLINK(""x"")","'+1","'-1","'@x","plain, ""quoted"""`);
  });
});
