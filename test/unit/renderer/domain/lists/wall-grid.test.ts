import { describe, expect, it } from 'vitest';
import {
  expandedTileBox,
  gridFor,
  neighbourSlot,
  minComposerSize,
  smallestTile,
  typedNumber,
} from '../../../../../renderer/domain/lists/wall-grid';

describe('gridFor', () => {
  it.each([
    [2, 1228, 700, '2x1'],
    [4, 1228, 700, '2x2'],
    [6, 1228, 700, '3x2'],
    [9, 1228, 700, '3x3'],
    [12, 1228, 700, '4x3'],
    [16, 1228, 700, '4x4'],
    [24, 1228, 700, '6x4'],
    [24, 1868, 980, '6x4'],
    [6, 500, 900, '2x3'],
    [24, 588, 300, '3x8'],
    [4, 150, 300, '1x4'],
  ])('%i tiles in %i by %i', (count, width, height, expected) => {
    const { columns, rows } = gridFor({ count, width, height });
    expect(`${String(columns)}x${String(rows)}`).toBe(expected);
  });

  it('keeps twenty-four tiles readable in the smallest usual window', () => {
    const { columns, rows } = gridFor({ count: 24, width: 1228, height: 690 });
    expect(1228 / columns).toBeGreaterThan(smallestTile.width);
    expect(690 / rows).toBeGreaterThan(smallestTile.height);
  });
});

describe('neighbourSlot', () => {
  // 0 1 2
  // 3 4
  const wall = { columns: 3, count: 5 };
  it.each([
    [0, 'right', 1],
    [2, 'right', 2],
    [3, 'left', 3],
    [4, 'right', 4],
    [1, 'down', 4],
    [2, 'down', 2],
    [4, 'up', 1],
    [1, 'up', 1],
  ] as const)('from %i %s is %i', (place, direction, expected) => {
    expect(neighbourSlot(place, direction, wall)).toBe(expected);
  });
});

describe('typedNumber', () => {
  it('is the digit, or both digits when the second comes soon and there is such a tile', () => {
    const one = typedNumber(null, 1, { at: 0, most: 24 });
    expect(one.number).toBe(1);
    expect(typedNumber(one, 2, { at: 500, most: 24 }).number).toBe(12);
    expect(typedNumber(one, 2, { at: 5_000, most: 24 }).number).toBe(2);
    expect(typedNumber(one, 9, { at: 500, most: 12 }).number).toBe(9);
  });
});

describe('expandedTileBox', () => {
  const wall = { columns: 6, rows: 4, width: 1200, height: 700, gap: 8 };

  it('leaves a tile alone that has the room', () => {
    expect(expandedTileBox({ column: 0, row: 0 }, { ...wall, columns: 2, rows: 1 })).toBeNull();
  });

  it.each([
    ['at the corner, inwards', { column: 0, row: 0 }, { left: 0, top: 0 }],
    ['in the middle, to all sides', { column: 2, row: 1 }, { left: -83, top: -81 }],
    ['at the end, inwards', { column: 5, row: 3 }, { left: -167, top: -163 }],
  ])('grows %s', (_where, place, expected) => {
    expect(expandedTileBox(place, wall)).toEqual({ ...expected, ...minComposerSize });
  });

  it('is never larger than the wall', () => {
    expect(expandedTileBox({ column: 0, row: 1 }, { ...wall, columns: 1, rows: 2, width: 300, height: 300 })).toEqual({
      left: 0,
      top: -154,
      width: 300,
      height: 300,
    });
  });
});
