import { describe, expect, it } from 'vitest';
import { findOrphans, isStillOrphaned, orphanEnd, type Orphans } from '../../../../main/floor/attention/orphans';
import type { Agent, AgentChat, ChatState } from '../../../../preload/contract';
import { agentFor } from '../../../support/floor/attention-views';

const chat = (chatId: string): AgentChat => ({ chatId, medium: 'chat', customerName: 'Kim', startedAt: null });
const agent = (id: string, changes: Partial<Agent> = {}): Agent => agentFor({ id, ...changes });
const none: Orphans = new Map();
const gone = { presence: 'loggedOut', chats: [] } as const;

/** Ids of the orphans, with the agent and the time. */
const orphans = (before: readonly Agent[], agents: readonly Agent[], earlier: Orphans = none, now = 5) =>
  [...findOrphans({ agents: before, orphans: earlier }, agents, now).values()].map(
    ({ chatId, agentId, since }) => `${chatId} of ${agentId} since ${since}`,
  );

describe('the orphans of a directory', () => {
  it('are the last chats of an agent who signed out, and remain', () => {
    const before = [agent('ana', { chats: [chat('c1')] })];
    expect(orphans(before, [agent('ana', gone)])).toEqual(['c1 of ana since 5']);
    const earlier = findOrphans({ agents: before, orphans: none }, [agent('ana', gone)], 5);
    expect(orphans([agent('ana', gone)], [agent('ana', gone)], earlier, 9)).toEqual(['c1 of ana since 5']);
  });

  it('are not the chats of an agent who was signed out before, or who stays and hands a chat over', () => {
    expect(orphans([agent('ana', { ...gone, chats: [chat('c1')] })], [agent('ana', gone)])).toEqual([]);
    expect(orphans([agent('ana', { chats: [chat('c1')] })], [agent('ana', { chats: [] })])).toEqual([]);
  });

  it('are those still listed with the agent, where that is known', () => {
    const before = [agent('ana', { chats: [chat('c1'), chat('c2')] })];
    const left = agent('ana', { ...gone, leftBehind: [chat('c2')] });
    expect(orphans(before, [left])).toEqual(['c2 of ana since 5']);
    const earlier = findOrphans({ agents: before, orphans: none }, [agent('ana', gone)], 5);
    expect(orphans(before, [left], earlier, 9)).toEqual(['c2 of ana since 5']);
  });

  it('leave out an agent who returned, even if others are still gone', () => {
    const before = [agent('ana', { chats: [chat('c1')] }), agent('ben')];
    const earlier = findOrphans({ agents: before, orphans: none }, [agent('ana', gone)], 5);
    expect(orphans([], [agent('ana'), agent('ben', gone)], earlier)).toEqual([]);
  });

  it('are not chats listed with an agent who is there, but stay if only their own agent lists them', () => {
    const before = [agent('ana', { chats: [chat('c1')] })];
    expect(orphans(before, [agent('ana', gone), agent('ben', { chats: [chat('c1')] })])).toEqual([]);
    expect(orphans(before, [agent('ana', { ...gone, chats: [chat('c1')] })])).toEqual(['c1 of ana since 5']);
  });
});

describe('an orphan', () => {
  const orphan = { chatId: 'c1', agentId: 'ana', agentName: 'Ana', customerName: null, since: 1_000 };

  it('counts for a quarter of an hour', () => {
    expect(orphanEnd(orphan)).toBe(901_000);
    expect([900_999, 901_000].map((now) => isStillOrphaned(orphan, null, now))).toEqual([true, false]);
  });

  it.each<[ChatState | null, boolean]>([
    [null, true],
    ['active', false],
    ['invited', false],
    ['finished', false],
    ['unknown', false],
    ['joinFailed', true],
  ])('of a chat that is %s', (state, counts) => {
    expect(isStillOrphaned(orphan, state, 2_000)).toBe(counts);
  });
});
