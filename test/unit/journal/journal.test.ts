import { describe, expect, it } from 'vitest';
import { Journal } from '../../../main/journal/journal';
import { receiptOf } from '../../../main/journal/receipt';
import { createLogger } from '../../../main/base/log';
import { MemoryStorage } from '../../support/journal/memory-storage';
import { VirtualClock } from '../../support/virtual-clock';

const owner = { serverName: 'gws.example.com', userId: 'u' };
const minuteMs = 60_000;

function open({ isKept = true } = {}) {
  const clock = new VirtualClock();
  const storage = new MemoryStorage();
  const state = { isKept };
  const journal = new Journal({
    ...{ clock, log: createLogger('journal', () => undefined), openStorage: () => storage },
    ...{ pause: () => Promise.resolve(), onState: () => undefined, isKept: () => state.isKept },
    retention: () => ({ maxAgeMs: Number.POSITIVE_INFINITY, maxBytes: Number.POSITIVE_INFINITY }),
  });
  journal.open(owner);
  const kept = async () =>
    (await journal.entries({ from: 0, to: clock.now() })).map(({ kind, data }) =>
      kind === 'recordsNotKept' ? [kind, data['count']] : [kind],
    );
  return { clock, journal, state, kept };
}

describe('a journal that is turned off', () => {
  it('keeps how many records it did not keep, at once and every five minutes, and no record', async () => {
    const { clock, journal, kept } = open({ isKept: false });
    for (let minute = 0; minute < 11; minute += 1) {
      journal.append('act', { chat: 'secret' });
      clock.advance(minuteMs);
    }
    const kinds = await kept();
    expect(kinds.filter(([kind]) => kind === 'recordsNotKept').map(([, count]) => count)).toEqual([1, 5, 5]);
    expect(kinds.some(([kind]) => kind === 'act')).toBe(false);
  });

  it('notes the rest when it is turned on, and when it is closed', async () => {
    const { clock, journal, state, kept } = open();
    journal.append('act', {});
    state.isKept = false;
    for (let count = 0; count < 3; count += 1) journal.append('act', {});
    clock.advance(minuteMs);
    state.isKept = true;
    journal.append('acknowledged', {});
    expect((await kept()).slice(-4)).toEqual([['act'], ['recordsNotKept', 1], ['recordsNotKept', 2], ['acknowledged']]);
    state.isKept = false;
    journal.append('act', {});
    await journal.close();
    journal.open(owner);
    expect(await kept()).toContainEqual(['recordsNotKept', 1]);
  });

  it('makes a receipt that does not claim to be complete', async () => {
    const { clock, journal } = open({ isKept: false });
    journal.append('request', {});
    const entries = await journal.entries({ from: 0, to: clock.now() });
    const head = { seq: 1, hash: '' };
    const period = { from: 0, to: clock.now(), issuedAt: clock.now(), recordsFrom: 0 };
    const receipt = receiptOf(entries, { ...period, owner, chatId: null, journalHead: head });
    expect([receipt.requests, receipt.lostRecords]).toEqual([[], 1]);
  });
});
