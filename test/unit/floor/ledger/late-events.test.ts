import { expect, it } from 'vitest';
import { mayBeNamed, namedWithinMs } from '../../../../main/floor/ledger/late-events';
import { toPastEntries } from '../../../../main/floor/ledger/past-transcript';
import { emptyRecord, type ChatRecord } from '../../../../main/floor/ledger/record';
import { entry, self } from '../../../support/floor/readings';

const moment = { now: 1_000_000, monotonicMs: 7_000 };
const entries = toPastEntries([entry(1)], { self, isWatched: () => false }, moment);
const over = { isAnnounced: true, isDismissed: true, endedAtMs: 7_000 } as const;

it.each<readonly [boolean, string, Partial<ChatRecord>, number]>([
  [true, 'entries of an unknown chat within 150 s', { entries }, 7_000 + 149_999],
  [false, 'entries of an unknown chat after 150 s', { entries }, 7_000 + 150_000],
  [false, 'an unknown chat without entries', {}, 7_001],
  [true, 'a chat that ended, however long ago', { ...over, isDismissed: false }, 9 * namedWithinMs],
  [true, 'a dismissed chat half an hour after its end', over, 7_000 + namedWithinMs - 1],
  [false, 'a dismissed chat later than that', over, 7_000 + namedWithinMs],
  [true, 'a dismissed chat without an end', { ...over, endedAtMs: null }, 9 * namedWithinMs],
])('is %s that an event may still name %s', (expected, _case, changes, monotonicMs) => {
  const record = { ...emptyRecord('chat-1', moment), ...changes };
  expect(mayBeNamed(record, { now: 0, monotonicMs })).toBe(expected);
});

it('reads a past conversation in order and without repeats', () => {
  const past = toPastEntries([entry(3), entry(1), entry(3)], { self, isWatched: () => false }, moment);
  expect(past.map(({ index, author }) => [index, author.kind])).toEqual([
    [1, 'customer'],
    [3, 'customer'],
  ]);
});
