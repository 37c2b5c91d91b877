import { describe, expect, it } from 'vitest';
import type { Chat, Watch } from '../../../../../preload/contract';
import { joiningMs, unjoinedChats } from '../../../../../renderer/domain/lists/unjoined-chats';
import { seedAgent, seedChat } from '../../../../support/renderer/seed-floor';

const now = Date.UTC(2026, 10, 29, 9, 0);
const minute = 60_000;

function found(startedAt: number | null, own?: Partial<Chat>, watch: Partial<Watch> = {}) {
  const chat = { chatId: 'c1', medium: 'chat', customerName: 'Robin Vale', startedAt } as const;
  const ana = seedAgent('Ana Ruiz');
  const watched: Watch = {
    agentId: ana.id,
    mode: 'monitor',
    scope: 'allChats',
    media: ['chat'],
    nickname: '',
    state: 'active',
    since: now - minute,
    ...watch,
  };
  const seeded = seedChat({ id: 'c1', customer: 'Robin Vale', agent: 'Ana Ruiz', receivedAt: now - 9 * minute });
  return unjoinedChats({
    watches: [watched],
    agentById: (id) => (id === ana.id ? ana : undefined),
    chatsOf: (id) => (id === ana.id ? [chat] : []),
    chats: new Map(own === undefined ? [] : [['c1', { ...seeded, ...own }]]),
    now,
  });
}

describe('active chats of watched agents', () => {
  it('count as not joined when they began before the watch, or when nobody knows', () => {
    expect(found(now - 5 * minute)).toMatchObject([{ chatId: 'c1', agentName: 'Ana Ruiz', wasIn: false }]);
    expect(found(null)).toHaveLength(1);
  });

  it('are given a moment to come by themselves when they begin under the watch', () => {
    expect(found(now - joiningMs)).toEqual([]);
    expect(found(now - joiningMs - 1)).toHaveLength(1);
  });

  it('are joined when the supervisor is in them or invited', () => {
    expect(found(now - 5 * minute, { state: 'active' })).toEqual([]);
    expect(found(now - 5 * minute, { state: 'invited' })).toEqual([]);
  });

  it('that were left are not offered again, and what could not be joined is', () => {
    expect(found(now - 5 * minute, { state: 'finished', endedAt: now - 5_000 })).toEqual([]);
    expect(found(now - 5 * minute, { state: 'finished', endedAt: now - 2 * minute })).toMatchObject([{ wasIn: true }]);
    expect(found(now - 5 * minute, { state: 'joinFailed', endedAt: now - 2 * minute })).toMatchObject([
      { wasIn: false },
    ]);
  });

  it('say nothing of an agent whose watch was lost', () => {
    expect(found(now - 5 * minute, undefined, { state: 'lost' })).toEqual([]);
  });
});
