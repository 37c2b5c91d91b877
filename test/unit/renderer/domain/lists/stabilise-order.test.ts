import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listGroups } from '../../../../../renderer/domain/lists/chat-order';
import type { ListGroup, OrderedChat } from '../../../../../renderer/domain/lists/chat-order';
import { movedIds, stabiliseOrder } from '../../../../../renderer/domain/lists/stabilise-order';

const live = (...ids: string[]): OrderedChat[] => ids.map((id) => ({ id, group: 'live' }));
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const idsOf = (chats: readonly OrderedChat[]): string[] => chats.map(({ id }) => id);

const place = fc.constantFrom(...listGroups);
const placed = fc.dictionary(fc.constantFrom(...ids), place);
const rankOf = (group: ListGroup): number => listGroups.indexOf(group);
const listOf = (chats: Record<string, ListGroup>): OrderedChat[] =>
  Object.entries(chats)
    .map(([id, group]) => ({ id, group }))
    .sort((a, b) => rankOf(a.group) - rankOf(b.group));

describe('stabiliseOrder', () => {
  it('takes the wanted order at a settlement', () => {
    const request = { shown: live('a', 'b', 'c'), wanted: live('c', 'a', 'b'), lockedIds: [] };
    expect(idsOf(stabiliseOrder({ ...request, reorder: true }))).toEqual(['c', 'a', 'b']);
  });

  it('changes no order in between', () => {
    const request = { shown: live('a', 'b', 'c'), wanted: live('c', 'a', 'b'), lockedIds: [] };
    expect(idsOf(stabiliseOrder({ ...request, reorder: false }))).toEqual(['a', 'b', 'c']);
  });

  it('lets chats come and go in between', () => {
    const request = { shown: live('a', 'b', 'c'), wanted: live('c', 'new', 'a'), lockedIds: [] };
    expect(idsOf(stabiliseOrder({ ...request, reorder: false }))).toEqual(['a', 'c', 'new']);
  });

  it('keeps the held row in its place while the others settle', () => {
    const request = { shown: live('a', 'b', 'c', 'd'), wanted: live('d', 'c', 'b', 'a'), lockedIds: ['a'] };
    expect(idsOf(stabiliseOrder({ ...request, reorder: true }))).toEqual(['a', 'd', 'c', 'b']);
  });

  it('keeps both the row under the pointer and the one with the focus', () => {
    const request = { shown: live('a', 'b', 'c', 'd'), wanted: live('d', 'c', 'b', 'a'), lockedIds: ['a', 'c'] };
    expect(idsOf(stabiliseOrder({ ...request, reorder: true }))).toEqual(['a', 'd', 'c', 'b']);
  });

  it('keeps the held row from changing its group', () => {
    const ended: OrderedChat[] = [{ id: 'b', group: 'ended' }];
    const settled = stabiliseOrder({
      shown: live('a', 'b'),
      wanted: [...live('a'), ...ended],
      lockedIds: ['b'],
      reorder: true,
    });
    expect(settled).toEqual(live('a', 'b'));
  });

  it('moves a chat that comes to need attention, and one that ends, at once', () => {
    const wanted: OrderedChat[] = [{ id: 'b', group: 'needsYou' }, ...live('a'), { id: 'c', group: 'ended' }];
    const request = { shown: live('a', 'b', 'c'), wanted, lockedIds: [] };
    expect(stabiliseOrder({ ...request, reorder: false })).toEqual(wanted);
  });

  it('lets a chat that no longer needs attention wait for the reorder', () => {
    const shown: OrderedChat[] = [{ id: 'b', group: 'needsYou' }, ...live('a')];
    const request = { shown, wanted: live('a', 'b'), lockedIds: [] };
    expect(stabiliseOrder({ ...request, reorder: false })).toEqual(shown);
    expect(stabiliseOrder({ ...request, reorder: true })).toEqual(live('a', 'b'));
  });

  it('keeps a locked row in place that comes to need attention', () => {
    const wanted: OrderedChat[] = [{ id: 'b', group: 'needsYou' }, ...live('a')];
    const request = { shown: live('a', 'b'), wanted, lockedIds: ['b'], reorder: false };
    expect(stabiliseOrder(request)).toEqual(live('a', 'b'));
  });

  it('puts a newcomer who needs a person at once where it belongs', () => {
    const wanted: OrderedChat[] = [{ id: 'new', group: 'needsYou' }, ...live('a')];
    expect(stabiliseOrder({ shown: live('a'), wanted, lockedIds: [], reorder: false })).toEqual(wanted);
  });

  it('loses and invents nothing, keeps groups together, and holds the held row wherever its group reaches', () => {
    fc.assert(
      fc.property(placed, placed, fc.constantFrom(...ids), fc.boolean(), (before, after, heldId, reorder) => {
        const shown = listOf(before);
        const wanted = listOf(after);
        const settled = stabiliseOrder({ shown, wanted, lockedIds: [heldId], reorder });
        expect(idsOf(settled).sort()).toEqual(idsOf(wanted).sort());
        const ranks = settled.map(({ group }) => rankOf(group));
        expect(ranks).toEqual([...ranks].sort());
        const heldBefore = shown.findIndex(({ id }) => id === heldId);
        const heldAfter = settled.findIndex(({ id }) => id === heldId);
        const held = settled[heldAfter];
        if (heldBefore === -1 || held === undefined) return;
        expect(held.group).toBe(shown[heldBefore]?.group);
        const first = settled.findIndex(({ group }) => group === held.group);
        const last = settled.findLastIndex(({ group }) => group === held.group);
        expect(heldAfter).toBe(Math.min(Math.max(heldBefore, first), last));
      }),
    );
  });

  it('moves only chats between two reorders that begin, end, or come to need attention', () => {
    fc.assert(
      fc.property(placed, placed, (before, after) => {
        const shown = listOf(before);
        const settled = stabiliseOrder({ shown, wanted: listOf(after), lockedIds: [], reorder: false });
        const isRank = (group: ListGroup | undefined): boolean => group === 'needsYou' || group === 'live';
        const isGoingOn = (id: string): boolean =>
          isRank(before[id]) && isRank(after[id]) && !(before[id] === 'live' && after[id] === 'needsYou');
        const stay = (chats: readonly OrderedChat[]): OrderedChat[] => chats.filter(({ id }) => isGoingOn(id));
        expect(stay(settled)).toEqual(stay(shown));
        expect(new Set(settled.map(({ id }) => id))).toEqual(new Set(Object.keys(after)));
      }),
    );
  });

  it('never moves a locked row while the target order changes at every step, and moves others at reorders only', () => {
    const steps = fc.array(
      fc.record({ wanted: fc.shuffledSubarray(ids, { minLength: ids.length }), reorder: fc.boolean() }),
    );
    fc.assert(
      fc.property(steps, fc.constantFrom(...ids), (targets, heldId) => {
        let shown = live(...ids);
        const heldPlace = ids.indexOf(heldId);
        for (const { wanted, reorder } of targets) {
          const next = stabiliseOrder({ shown, wanted: live(...wanted), lockedIds: [heldId], reorder });
          expect(idsOf(next).indexOf(heldId)).toBe(heldPlace);
          if (!reorder) expect(next).toEqual(shown);
          const named = movedIds(shown, next);
          const unnamed = (chats: readonly OrderedChat[]): string[] => idsOf(chats).filter((id) => !named.has(id));
          expect(unnamed(next)).toEqual(unnamed(shown));
          shown = next;
        }
      }),
    );
  });
});

describe('movedIds', () => {
  it('names as few as explain the new order', () => {
    expect([...movedIds(live('a', 'b', 'c', 'd'), live('d', 'a', 'b', 'c'))]).toEqual([['d', 'up']]);
    expect([...movedIds(live('a', 'b', 'c', 'd'), live('b', 'c', 'd', 'a'))]).toEqual([['a', 'down']]);
    expect(movedIds(live('a', 'b', 'c'), live('c', 'b', 'a')).size).toBe(2);
  });

  it('does not blame those who only made room', () => {
    expect([...movedIds(live('a', 'b'), live('new', 'a', 'b'))]).toEqual([]);
    expect([...movedIds(live('a', 'b', 'c'), live('b', 'c'))]).toEqual([]);
  });

  it('names every moved row: the others kept their order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids), fc.shuffledSubarray(ids), (before, after) => {
        const named = movedIds(live(...before), live(...after));
        const unnamed = (list: readonly string[], other: readonly string[]): string[] =>
          list.filter((id) => !named.has(id) && other.includes(id));
        expect(unnamed(after, before)).toEqual(unnamed(before, after));
        for (const id of named.keys()) expect(before.includes(id) && after.includes(id)).toBe(true);
      }),
    );
  });
});
