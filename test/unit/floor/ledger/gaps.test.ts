import { describe, expect, it } from 'vitest';
import { boundGap, mayHideEntries, openGap } from '../../../../main/floor/ledger/gaps';
import { emptyRecord, type ChatRecord, type OpenedGap } from '../../../../main/floor/ledger/record';
import type { TranscriptEntry } from '../../../../preload/contract';

const author = { participantId: null, kind: 'other', nickname: '', userId: null, visibility: null } as const;
const entries = [2, 3, 7].map((index): TranscriptEntry => ({
  index,
  kind: 'text',
  author,
  visibility: 'everyone',
  text: '',
  at: 1_000 * index,
}));

function recordWith(...gaps: readonly OpenedGap[]): ChatRecord {
  return { ...emptyRecord('chat-1', { now: 500, monotonicMs: 0 }), entries, gaps };
}
const at = (now: number) => ({ now, monotonicMs: 0 });

describe('openGap', () => {
  it.each([
    ['the time of the entry before it', 7, 7_000],
    ['the first sight of the chat where no entry is before it', null, 500],
  ])('begins at %s', (_case, afterIndex, from) => {
    expect(openGap(recordWith(), afterIndex, at(9_000))).toEqual([{ afterIndex, from, to: 9_000 }]);
  });

  it('never ends before it begins', () => {
    expect(openGap(recordWith(), 7, at(6_000))).toEqual([{ afterIndex: 7, from: 7_000, to: 7_000 }]);
  });

  it('only extends the gap that is open there', () => {
    const [one, other] = [
      { afterIndex: 3, from: 3_000, to: 4_000 },
      { afterIndex: 7, from: 7_000, to: 8_000 },
    ] as const;
    expect(openGap(recordWith(one, other), 7, at(9_000))).toEqual([one, { ...other, to: 9_000 }]);
  });

  it('begins later than every other gap, so that its start is unique', () => {
    const gaps = openGap(recordWith({ afterIndex: 3, from: 7_000, to: 7_500 }), 7, at(9_000));
    expect(gaps.map(({ from }) => from)).toEqual([7_000, 7_001]);
  });
});

describe('boundGap', () => {
  it.each([
    [null, 2],
    [1, 2],
    [2, 3],
    [3, 7],
    [5, 7],
    [7, null],
  ])('ends a gap after %s before entry %s', (afterIndex, beforeIndex) => {
    const gap = { afterIndex, from: 1, to: 2 };
    expect(boundGap(gap, entries)).toEqual({ ...gap, beforeIndex });
  });

  it.each([null, 4])('leaves a gap after %s open in an empty transcript', (afterIndex) => {
    expect(boundGap({ afterIndex, from: 1, to: 2 }, []).beforeIndex).toBeNull();
  });
});

describe('mayHideEntries', () => {
  it.each([
    [3, null, true],
    [3, 5, true],
    [3, 4, false],
    [null, 2, true],
    [null, 1, false],
  ])('of a gap after %s and before %s is %s', (afterIndex, beforeIndex, expected) => {
    expect(mayHideEntries({ afterIndex, beforeIndex, from: 1, to: 2 })).toBe(expected);
  });
});
