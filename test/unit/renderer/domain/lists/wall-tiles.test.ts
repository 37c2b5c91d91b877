import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WallSettings, WallSlots } from '../../../../../preload/contract';
import {
  movedPin,
  layoutWall,
  swapsBetween,
  withPin,
  type WallRequest,
} from '../../../../../renderer/domain/lists/wall-tiles';

const choicesOf = (changes: Partial<WallSettings> = {}): WallSettings => ({
  tileCount: 4,
  fill: 'attention',
  pinned: [],
  ...changes,
});
const settle = (changes: Partial<WallRequest> = {}): WallSlots =>
  layoutWall({
    shown: [],
    choices: choicesOf(),
    wanted: Array.from('abcdef'),
    lockedIds: [],
    isListed: () => true,
    reorder: true,
    ...changes,
  });
const wall = (text: string): WallSlots => Array.from(text).map((letter) => (letter === '-' ? null : letter));

describe('layoutWall', () => {
  it.each<[string, Partial<WallRequest>, string]>([
    ['fills the places in the order of urgency', {}, 'abcd'],
    ['leaves places empty when there are not enough', { wanted: ['a'] }, 'a---'],
    ['keeps what is still wanted where it stands', { shown: wall('dcba') }, 'dcba'],
    ['puts the newcomer in the place of the one that is not wanted', { shown: wall('axcd') }, 'abcd'],
    ['fills only empty places between two settlements', { shown: wall('ax-d'), reorder: false }, 'axbd'],
    ['keeps what is held, wanted or not', { shown: wall('xyzd'), lockedIds: ['y'] }, 'aybc'],
    ['gives a pin its place', { choices: choicesOf({ pinned: [{ chatId: 'p', place: 2 }] }) }, 'abpc'],
    [
      'moves what a pin displaces to another place when it is held',
      { shown: wall('abcd'), lockedIds: ['c'], choices: choicesOf({ pinned: [{ chatId: 'p', place: 2 }] }) },
      'abpc',
    ],
    [
      'forgets a pin whose chat is off the list',
      { choices: choicesOf({ pinned: [{ chatId: 'p', place: 0 }] }), isListed: (id) => id !== 'p' },
      'abcd',
    ],
    [
      'finds another place for a pin beyond the end of a smaller wall',
      { choices: choicesOf({ tileCount: 2, pinned: [{ chatId: 'p', place: 9 }] }), shown: wall('abcd') },
      'ap',
    ],
    [
      'takes a chat that is over off only when its place is needed',
      { shown: wall('axcd'), wanted: Array.from('acd') },
      'axcd',
    ],
    [
      'takes off what is no longer listed',
      { shown: wall('axcd'), wanted: Array.from('acd'), isListed: (id) => id !== 'x' },
      'a-cd',
    ],
    [
      'by hand shows the pins and nothing else',
      { choices: choicesOf({ fill: 'byHand', pinned: [{ chatId: 'p', place: 1 }] }), shown: wall('abcd') },
      '-p--',
    ],
    [
      'by hand keeps what is held until it is let go',
      {
        choices: choicesOf({ fill: 'byHand', pinned: [{ chatId: 'p', place: 1 }] }),
        shown: wall('abcd'),
        lockedIds: ['b'],
      },
      'bp--',
    ],
  ])('%s', (_what, changes, expected) => {
    expect(
      settle(changes)
        .map((id) => id ?? '-')
        .join(''),
    ).toBe(expected);
  });

  it('never shows a chat twice, never takes off or moves what is held, and wastes no place', () => {
    const ids = fc.subarray(Array.from('abcdefghij'));
    const pin = fc.record({ chatId: fc.constantFrom(...Array.from('abcxyz')), place: fc.nat(11) });
    fc.assert(
      fc.property(
        fc.constantFrom<WallSettings['tileCount']>(2, 4, 6, 9),
        ids,
        fc.shuffledSubarray(Array.from('abcdefghij')),
        fc.array(pin, { maxLength: 4 }),
        fc.boolean(),
        (tileCount, before, wanted, pinned, reorder) => {
          const shown = before.slice(0, tileCount);
          const lockedIds = shown
            .filter((_, place) => place % 3 === 0)
            .filter((id) => !pinned.some((one) => one.chatId === id));
          const choices = choicesOf({ tileCount, pinned });
          const after = settle({ shown, wanted, lockedIds, choices, reorder });
          const there = after.filter((id) => id !== null);
          expect(after).toHaveLength(tileCount);
          expect(new Set(there).size).toBe(there.length);
          const pinCount = new Set(pinned.map(({ chatId }) => chatId)).size;
          if (pinCount + lockedIds.length <= tileCount) for (const id of lockedIds) expect(there).toContain(id);
          const isPinnedOver = (place: number): boolean => pinned.some((one) => one.place === place);
          for (const id of lockedIds)
            if (!isPinnedOver(shown.indexOf(id))) expect(after.indexOf(id)).toBe(shown.indexOf(id));
          const couldCome = new Set([...wanted, ...shown, ...pinned.map(({ chatId }) => chatId)]);
          expect(there.length).toBe(Math.min(tileCount, couldCome.size));
          expect(settle({ shown: after, wanted, lockedIds, choices, reorder })).toEqual(after);
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('a swap is a chat that came in the place of one that went, not one that moved', () => {
  expect(swapsBetween(wall('ab-d'), wall('bxcd'))).toEqual([]);
  expect(swapsBetween(wall('ab-d'), wall('axcd'))).toEqual([{ place: 1, addedId: 'x', removedId: 'b' }]);
});

describe('pins', () => {
  const pinned = [
    { chatId: 'p', place: 0 },
    { chatId: 'q', place: 2 },
  ];

  it('take the requested slot or the first free one', () => {
    expect(withPin(choicesOf({ pinned }), 'r', null)).toEqual([...pinned, { chatId: 'r', place: 1 }]);
    expect(withPin(choicesOf({ pinned }), 'r', 2)).toEqual([pinned[0], { chatId: 'r', place: 2 }]);
    expect(withPin(choicesOf({ tileCount: 2, pinned: [...pinned, { chatId: 's', place: 1 }] }), 'r', null)).toBeNull();
  });

  it('change places with the pin they are carried to, and stay where nobody was', () => {
    expect(movedPin(choicesOf({ pinned }), 'p', { from: 0, to: 2 })).toEqual([
      { chatId: 'p', place: 2 },
      { chatId: 'q', place: 0 },
    ]);
    expect(movedPin(choicesOf({ pinned }), 'x', { from: 3, to: 1 })).toEqual([...pinned, { chatId: 'x', place: 1 }]);
  });
});
