import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TranscriptEntry, TranscriptGap } from '../../../../../preload/contract';
import { entriesAdded, partFrom, positionOf } from '../../../../../renderer/domain/transcript/shown-part';
import { entry } from '../seeds';

const entryOf = (index: number): TranscriptEntry => entry(index, 'customer');
const gapOf = (afterIndex: number | null, beforeIndex: number | null): TranscriptGap => ({
  ...{ afterIndex, beforeIndex, from: 0, to: 1 },
});
const indexes = fc.uniqueArray(fc.nat(200)).map((found) => found.sort((one, other) => one - other));

describe('partFrom', () => {
  const entries = [2, 4, 6, 8].map(entryOf);
  const gaps = [gapOf(2, 4), gapOf(4, 6), gapOf(8, null)];

  it('keeps the entries from an index on, and the gaps that reach them', () => {
    expect(partFrom({ entries, gaps }, 6)).toEqual({ entries: [entryOf(6), entryOf(8)], gaps: gaps.slice(1) });
  });

  it('begins with the next entry if that of the index is gone', () => {
    expect(partFrom({ entries, gaps }, 5).entries[0]).toEqual(entryOf(6));
  });

  it.each([
    ['without an index', null],
    ['from its first entry on', 1],
    ['for an index after its last entry', 9],
  ])('is the whole transcript %s', (_name, from) => {
    expect(partFrom({ entries, gaps }, from)).toEqual({ entries, gaps });
  });
});

describe('positionOf', () => {
  it('finds what a search from the start finds', () => {
    fc.assert(
      fc.property(indexes, fc.nat(200), (found, index) => {
        const first = found.findIndex((one) => one >= index);
        expect(positionOf(found.map(entryOf), index)).toBe(first < 0 ? found.length : first);
      }),
    );
  });
});

describe('entriesAdded', () => {
  it('returns what only the later state has, wherever it was added', () => {
    fc.assert(
      fc.property(indexes, indexes, (before, after) => {
        const added = entriesAdded(before.map(entryOf), after.map(entryOf)).map(({ index }) => index);
        expect(added).toEqual(after.filter((index) => !before.includes(index)));
      }),
    );
  });
});
