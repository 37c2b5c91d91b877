import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listGroups, targetOrder } from '../../../../../renderer/domain/lists/chat-order';
import type { RankedChat } from '../../../../../renderer/domain/lists/chat-order';

function ranked(id: string, changes: Partial<RankedChat> = {}): RankedChat {
  return { id, group: 'live', urgency: null, firstSeenAt: 0, endedAt: null, ...changes };
}

describe('targetOrder', () => {
  it('sorts inside the groups by the chosen order', () => {
    const chats = [
      ranked('new', { firstSeenAt: 9, waitingSince: 2, agent: 'Bo' }),
      ranked('old', { firstSeenAt: 1, waitingSince: null, agent: 'Cy' }),
      ranked('mid', { firstSeenAt: 5, waitingSince: 7, agent: 'Al' }),
      ranked('hot', { firstSeenAt: 7, waitingSince: 9, agent: 'Di', group: 'needsYou', urgency: 0 }),
    ];
    const ids = (sort: 'waiting' | 'agent' | 'age') => targetOrder(chats, sort).map(({ id }) => id);
    expect(ids('waiting')).toEqual(['hot', 'new', 'mid', 'old']);
    expect(ids('agent')).toEqual(['hot', 'mid', 'new', 'old']);
    expect(ids('age')).toEqual(['hot', 'old', 'mid', 'new']);
  });

  it('keeps the chats of an agent together, the urgent first', () => {
    const ana = { key: 'a', label: 'Ana' };
    const bo = { key: 'b', label: 'Bo' };
    const order = targetOrder([
      ranked('b1', { group: 'active', section: bo, urgency: 0 }),
      ranked('a1', { group: 'active', section: ana, firstSeenAt: 1 }),
      ranked('b2', { group: 'active', section: bo }),
      ranked('a2', { group: 'active', section: ana, firstSeenAt: 2, urgency: 1 }),
    ]);
    expect(order.map(({ id }) => id)).toEqual(['a2', 'a1', 'b1', 'b2']);
  });

  it('puts invitations first, then the most urgent, then the calm in order of arrival, then what ended last', () => {
    const order = targetOrder([
      ranked('ended-early', { group: 'ended', endedAt: 5 }),
      ranked('calm-late', { firstSeenAt: 9 }),
      ranked('urgent', { group: 'needsYou', urgency: 1 }),
      ranked('invited', { group: 'invited' }),
      ranked('calm-early', { firstSeenAt: 3 }),
      ranked('ended-late', { group: 'ended', endedAt: 8 }),
      ranked('most-urgent', { group: 'needsYou', urgency: 0, firstSeenAt: 99 }),
    ]);
    expect(order.map(({ id }) => id)).toEqual([
      'invited',
      'most-urgent',
      'urgent',
      'calm-early',
      'calm-late',
      'ended-late',
      'ended-early',
    ]);
  });

  it('does not depend on the order it is given', () => {
    const chat = fc.record({
      group: fc.constantFrom(...listGroups),
      urgency: fc.option(fc.nat(3)),
      firstSeenAt: fc.nat(3),
      endedAt: fc.option(fc.nat(3)),
    });
    fc.assert(
      fc.property(fc.array(chat, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (facts, shuffle) => {
        const chats = facts.map((fact, place) => ({ ...fact, id: `c${String(place)}` }));
        const mixed = chats
          .map((one) => ({ one, by: Number(shuffle.next().value) }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }) => one);
        expect(targetOrder(mixed)).toEqual(targetOrder(chats));
      }),
    );
  });
});
