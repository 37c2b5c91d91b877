import { describe, expect, it } from 'vitest';
import { WallArrangement } from '../../../main/settings/wall-arrangement';
import type { SharedWall } from '../../../preload/contract';

const main = 1;
const second = 2;

function setUp() {
  const published: [number, SharedWall][] = [];
  const wall = new WallArrangement(
    () => [main, second],
    (windowId, shared) => void published.push([windowId, shared]),
  );
  return { wall, published };
}

describe('WallArrangement', () => {
  it('publishes the arrangement of one window to the others', () => {
    const { wall, published } = setUp();
    const reply = wall.settle(main, { places: ['a', null], basedOn: 0, lockedIds: ['a'] });
    expect(reply).toEqual({ places: ['a', null], revision: 1, heldElsewhere: [], reorders: true });
    const shared = { places: ['a', null], revision: 1, heldElsewhere: ['a'], reorders: false };
    expect(published).toEqual([[second, shared]]);
    expect(wall.read(second)).toEqual(shared);
  });

  it('refuses a proposal based on an older revision', () => {
    const { wall, published } = setUp();
    wall.settle(main, { places: ['a', 'b'], basedOn: 0, lockedIds: [] });
    const reply = wall.settle(second, { places: ['b', 'a'], basedOn: 0, lockedIds: [] });
    expect(reply).toMatchObject({ places: ['a', 'b'], revision: 1 });
    expect(published.map(([id]) => id)).toEqual([second]);
    expect(wall.settle(second, { places: ['b', 'a'], basedOn: 1, lockedIds: [] })).toMatchObject({ revision: 2 });
  });

  it('passes reordering on when the window that had it stops showing the wall', () => {
    const { wall, published } = setUp();
    wall.settle(main, { places: ['a'], basedOn: 0, lockedIds: ['a'] });
    wall.settle(second, { places: ['a'], basedOn: 1, lockedIds: [] });
    published.length = 0;
    wall.leave(main);
    wall.leave(main);
    expect(published).toEqual([[second, { places: ['a'], revision: 1, heldElsewhere: [], reorders: true }]]);
  });

  it('is empty after sign-out', () => {
    const { wall, published } = setUp();
    wall.settle(main, { places: ['a'], basedOn: 0, lockedIds: [] });
    published.length = 0;
    wall.apply([{ type: 'sessionChanged', session: { phase: 'signedOut' } }]);
    expect(published.map(([id, { places, revision }]) => [id, places, revision])).toEqual([
      [main, [], 2],
      [second, [], 2],
    ]);
  });
});
