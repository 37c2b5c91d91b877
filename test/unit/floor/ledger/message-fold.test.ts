import { describe, expect, it } from 'vitest';
import type { EntryUpdate, TypingUpdate } from '../../../../main/floor/events';
import { foldMessages, foldTranscript } from '../../../../main/floor/ledger/message-fold';
import { emptyRecord, type ChatRecord } from '../../../../main/floor/ledger/record';
import { ada, entry, self, typingAt } from '../../../support/floor/readings';

const moment = { now: 1_000_000, monotonicMs: 0 };
const context = { moment, viewpoint: { self, isWatched: () => false }, nextJoin: () => 1 };
const empty = emptyRecord('chat-1', moment);

function fold(entries: readonly EntryUpdate[], typing: readonly TypingUpdate[] = [], before = empty): ChatRecord {
  return foldMessages(before, { type: 'messagesReceived', chatId: 'chat-1', entries, typing }, context);
}

describe('foldMessages', () => {
  it('returns the record itself when nothing came', () => {
    expect(fold([])).toBe(empty);
  });

  it('believes a date up to ten minutes ahead, and takes the arrival instead of a later one', () => {
    const [near, far] = fold([entry(1, { at: 1_600_000 }), entry(2, { at: 1_600_001 })]).entries;
    expect([near?.at, near?.isTimeGuessed]).toEqual([1_600_000, undefined]);
    expect([far?.at, far?.isTimeGuessed]).toEqual([1_000_000, true]);
  });

  it('counts the newest date, never one ahead', () => {
    const dates = (...at: readonly number[]) => at.map((date, place) => entry(place + 1, { at: date }));
    expect(fold(dates(3_000, 9_000, 5_000)).newestAt).toBe(9_000);
    expect(fold(dates(1_500_000)).newestAt).toBe(1_000_000);
    expect(fold([], [typingAt(1, true, { at: 7_000 })], { ...empty, newestAt: 8_000 }).newestAt).toBe(8_000);
    expect(fold([], [typingAt(1, true, { at: 9_000 })], { ...empty, newestAt: 8_000 }).newestAt).toBe(9_000);
  });

  it('learns who types, and leaves the entries', () => {
    const before = fold([entry(1)]);
    const after = fold([], [typingAt(2, true, { from: ada })], before);
    expect([...after.identities.keys()]).toEqual(['part-customer', 'part-ada']);
    expect([after.entries, after.typing.get('part-ada')?.index]).toEqual([before.entries, 2]);
  });

  it('numbers typing like the entries after a restart', () => {
    const restarted = {
      ...empty,
      numberingStarts: [...empty.numberingStarts, { base: 20, since: 0 }, { base: 40, since: 0 }],
    };
    expect(fold([], [typingAt(2, true)], restarted).typing.get('part-customer')?.index).toBe(42);
  });

  it('remembers who spoke and who is known, and takes no one for an author who is missing', () => {
    const after = fold([entry(1), entry(2, { from: null })]);
    expect([[...after.spokeAt], [...after.identities.keys()]]).toEqual([[['part-customer', 1]], ['part-customer']]);
  });
});

describe('foldTranscript', () => {
  it('closes every gap', () => {
    const gaps = [{ afterIndex: 1, from: 0, to: 1 }];
    expect(foldTranscript({ ...empty, gaps }, [], context).gaps).toEqual([]);
    expect(fold([entry(1)], [], { ...empty, gaps }).gaps).toBe(gaps);
  });
});
