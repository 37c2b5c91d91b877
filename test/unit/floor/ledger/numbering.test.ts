import { describe, expect, it } from 'vitest';
import type { EntryUpdate } from '../../../../main/floor/events';
import { toEntries } from '../../../../main/floor/ledger/entries';
import { firstStart, placeEntries, type NumberingStart } from '../../../../main/floor/ledger/numbering';
import type { TranscriptEntry } from '../../../../preload/contract';
import { ada, entry } from '../../../support/floor/readings';

const says = (index: number, text: string, more: Partial<EntryUpdate> = {}) => entry(index, { text, ...more });

function stored(...updates: readonly EntryUpdate[]): readonly TranscriptEntry[] {
  return toEntries(updates, () => 'customer');
}
const placedAt = (known: readonly TranscriptEntry[], ...updates: readonly EntryUpdate[]) =>
  placeEntries(known, firstStart, updates).entries.map(({ index, numbering }) => [index, numbering ?? 'reported']);

describe('placeEntries', () => {
  it('returns the updates themselves when all are stored, in any order', () => {
    const updates = [entry(3), entry(1)];
    const placement = placeEntries(stored(entry(1), entry(3)), firstStart, updates);
    expect([placement.entries, placement.starts]).toEqual([updates, firstStart]);
    expect(placement.entries).toBe(updates);
  });

  it('leaves an update with a free index as it is', () => {
    const update = entry(2);
    expect(placeEntries(stored(entry(1), entry(3)), firstStart, [update]).entries[0]).toBe(update);
  });

  it('puts each further entry of one index right after the last', () => {
    expect(
      placedAt(stored(entry(5)), says(5, 'b', { at: 0 }), says(5, 'c', { at: 0 }), says(5, 'b', { at: 0 })),
    ).toEqual([
      [5 + 1 / 64, 'doubled'],
      [5 + 2 / 64, 'doubled'],
      [5 + 1 / 64, 'reported'],
    ]);
  });

  it('finds a doubled entry again', () => {
    const known = stored(entry(5), says(5 + 1 / 64, 'b'), says(5 + 2 / 64, 'c'));
    expect(placedAt(known, says(5, 'c'), entry(5))).toEqual([
      [5 + 2 / 64, 'reported'],
      [5, 'reported'],
    ]);
  });

  it('keeps 64 entries of one index and drops the others', () => {
    const flood = Array.from({ length: 80 }, (_none, number) => says(5, `flood ${number}`, { at: 0 }));
    const placed = placedAt([], ...flood);
    expect([placed.length, placed.at(-1)]).toEqual([64, [5 + 63 / 64, 'doubled']]);
  });

  it('takes two versions in one message for one entry, with or without the author', () => {
    expect(
      placedAt([], says(5, 'b', { from: ada }), says(5, 'b', { from: null }), says(5, 'b', { from: ada })),
    ).toEqual([
      [5, 'reported'],
      [5, 'reported'],
      [5, 'reported'],
    ]);
    expect(placedAt([], says(5, 'b', { from: null }), says(5, 'b', { from: ada }))).toHaveLength(2);
  });

  it('takes an entry for the same only if it equals the stored and the arriving version', () => {
    const known = stored(says(5, 'b', { from: null }));
    const others = [entry(4), says(5, 'b', { from: ada }), says(5, 'b', { at: 0 })];
    expect(placedAt(known, ...others)).toEqual([
      [4, 'reported'],
      [5, 'reported'],
      [5 + 1 / 64, 'doubled'],
    ]);
  });

  describe('after a restart', () => {
    const known = stored(entry(1), entry(2), entry(3), says(3 + 1 / 64, 'doubled', { at: 3_000 }));

    it.each([
      ['goes to the end when it is newer than the last', 3_000, [4, 'restarted']],
      ['is doubled when it is older than the last', 2_999, [1 + 1 / 64, 'doubled']],
    ])('an entry with a taken index %s', (_case, at, expected) => {
      expect(placedAt(known, says(1, 'new', { at }))).toEqual([expected]);
    });

    it('an entry with the last index is doubled, because no numbering goes on after it', () => {
      expect(placedAt(stored(entry(1), entry(2)), says(2, 'new', { at: 9_000 }))).toEqual([[2 + 1 / 64, 'doubled']]);
    });

    it('notes where the new numbering starts and since when', () => {
      const { starts, entries } = placeEntries(known, firstStart, [
        says(2, 'new', { at: 9_000 }),
        says(3, 'next', { at: 9_500 }),
      ]);
      expect(starts).toEqual([...firstStart, { base: 2, since: 9_000 }]);
      expect(entries.map(({ index }) => index)).toEqual([4, 5]);
    });

    const restarted: readonly NumberingStart[] = [...firstStart, { base: 3, since: 9_000 }];
    const both = [...stored(entry(1), entry(3)), ...stored(says(4, 'new', { at: 9_000 }))];
    const placeOf = (update: EntryUpdate) => placeEntries(both, restarted, [update]).entries[0]?.index;

    it.each<readonly [string, EntryUpdate, number]>([
      ['a late entry of the old numbering', says(2, 'late', { at: 8_999 }), 2],
      ['an entry of the new numbering', says(2, 'next', { at: 9_000 }), 5],
      ['an old-looking entry whose old index is taken', says(3, 'next', { at: 4_000 }), 6],
      ['a repeated entry of the old numbering', entry(3), 3],
      ['a repeated entry of the new numbering', says(1, 'new', { at: 9_000 }), 4],
    ])('%s is found a place', (_case, update, index) => {
      expect(placeOf(update)).toBe(index);
    });

    it('prefers the newest numbering where a version would fit in two', () => {
      const twice = [...stored(says(1, 'Hi')), ...stored(entry(3)), ...stored(says(4, 'Hi', { at: 9_000 }))];
      expect(placeEntries(twice, restarted, [says(1, 'Hi', { at: 1_000 })]).entries[0]?.index).toBe(4);
    });

    it('counts 64 numberings at most', () => {
      const starts = Array.from({ length: 63 }, (_none, base) => ({ base, since: base - Infinity }));
      const again = [says(1, 'a', { at: 90_000 }), says(2, 'b', { at: 91_000 })];
      const updates = [...again, says(1, 'c', { at: 92_000 })];
      const ends = stored(...Array.from({ length: 80 }, (_none, index) => entry(index)));
      const placement = placeEntries(ends, starts, updates);
      expect([placement.starts.length, placement.entries.at(-1)?.numbering]).toEqual([64, 'doubled']);
    });
  });
});
