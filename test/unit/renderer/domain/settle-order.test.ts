import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedChat } from '../../../../renderer/domain/chat-order';
import { movedIds, settleOrder } from '../../../../renderer/domain/settle-order';

const live = (...ids: string[]): PlacedChat[] => ids.map((id) => ({ id, group: 'live' }));
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const idsOf = (chats: readonly PlacedChat[]): string[] => chats.map(({ id }) => id);

describe('settleOrder', () => {
  it('takes the wanted order at a settlement', () => {
    const request = { shown: live('a', 'b', 'c'), wanted: live('c', 'a', 'b'), heldIds: [] };
    expect(idsOf(settleOrder({ ...request, reorder: true }))).toEqual(['c', 'a', 'b']);
  });

  it('changes no order in between', () => {
    const request = { shown: live('a', 'b', 'c'), wanted: live('c', 'a', 'b'), heldIds: [] };
    expect(idsOf(settleOrder({ ...request, reorder: false }))).toEqual(['a', 'b', 'c']);
  });

  it('lets chats come and go in between', () => {
    const request = { shown: live('a', 'b', 'c'), wanted: live('c', 'new', 'a'), heldIds: [] };
    expect(idsOf(settleOrder({ ...request, reorder: false }))).toEqual(['a', 'c', 'new']);
  });

  it('keeps the held row in its place while the others settle', () => {
    const request = { shown: live('a', 'b', 'c', 'd'), wanted: live('d', 'c', 'b', 'a'), heldIds: ['a'] };
    expect(idsOf(settleOrder({ ...request, reorder: true }))).toEqual(['a', 'd', 'c', 'b']);
  });

  it('keeps both the row under the pointer and the one with the focus', () => {
    const request = { shown: live('a', 'b', 'c', 'd'), wanted: live('d', 'c', 'b', 'a'), heldIds: ['a', 'c'] };
    expect(idsOf(settleOrder({ ...request, reorder: true }))).toEqual(['a', 'd', 'c', 'b']);
  });

  it('keeps the held row from changing its group', () => {
    const ended: PlacedChat[] = [{ id: 'b', group: 'ended' }];
    const settled = settleOrder({
      shown: live('a', 'b'),
      wanted: [...live('a'), ...ended],
      heldIds: ['b'],
      reorder: true,
    });
    expect(settled).toEqual(live('a', 'b'));
  });

  it('loses and invents nothing, keeps groups together, and holds the held row wherever its group reaches', () => {
    const place = fc.constantFrom('invited' as const, 'live' as const, 'ended' as const);
    const placed = fc.dictionary(fc.constantFrom(...ids), place);
    const rank = { invited: 0, live: 1, ended: 2 };
    const listOf = (chats: Record<string, 'invited' | 'live' | 'ended'>): PlacedChat[] =>
      Object.entries(chats)
        .map(([id, group]) => ({ id, group }))
        .sort((a, b) => rank[a.group] - rank[b.group]);
    fc.assert(
      fc.property(placed, placed, fc.constantFrom(...ids), fc.boolean(), (before, after, heldId, reorder) => {
        const shown = listOf(before);
        const wanted = listOf(after);
        const settled = settleOrder({ shown, wanted, heldIds: [heldId], reorder });
        expect(idsOf(settled).sort()).toEqual(idsOf(wanted).sort());
        const ranks = settled.map(({ group }) => rank[group]);
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
});

describe('movedIds', () => {
  it('tells who climbed and who sank', () => {
    expect([...movedIds(live('a', 'b', 'c'), live('c', 'b', 'a'))]).toEqual([
      ['c', 'up'],
      ['a', 'down'],
    ]);
  });

  it('does not blame those who only made room', () => {
    expect([...movedIds(live('a', 'b'), live('new', 'a', 'b'))]).toEqual([]);
    expect([...movedIds(live('a', 'b', 'c'), live('b', 'c'))]).toEqual([]);
  });
});
