import { describe, expect, it } from 'vitest';
import { AgentChatsCache, forgottenAfterMs } from '../../../../main/gws/sync/agent-chats-cache';
import type { AgentChat } from '../../../../preload/contract';

const chat = (chatId: string, medium: AgentChat['medium'] = 'chat'): AgentChat => ({
  ...{ chatId, medium, customerName: null, startedAt: null },
});
const idsOf = (cache: AgentChatsCache, agentId = 'ada', now = 0) =>
  cache.chatsOf(agentId, now)?.map(({ chatId }) => chatId) ?? null;

describe('AgentChatsCache', () => {
  it('knows the chats of an agent for two minutes after a read', () => {
    const cache = new AgentChatsCache();
    expect([idsOf(cache), cache.readAt('ada')]).toEqual([null, null]);
    cache.read('ada', { chat: [chat('c')], sms: [chat('s', 'sms')] }, 7);
    expect([idsOf(cache, 'ada', 6 + forgottenAfterMs), cache.readAt('ada')]).toEqual([['c', 's'], 7]);
    expect(idsOf(cache, 'ada', 7 + forgottenAfterMs)).toBeNull();
  });

  it('keeps what it knows of a medium that a read omits', () => {
    const cache = new AgentChatsCache();
    cache.read('ada', { chat: [chat('c')], sms: [chat('s', 'sms')] }, 0);
    cache.read('ada', { chat: [] }, 1);
    expect(idsOf(cache)).toEqual(['s']);
  });

  it('orders agents by their last attempt, whatever its outcome, those without one first', () => {
    const cache = new AgentChatsCache();
    cache.read('ada', {}, 5);
    cache.recordAttempt('ben', 3);
    const agents = ['ada', 'ben', 'cem', 'dan'];
    expect(cache.inOrder(agents)).toEqual(['cem', 'dan', 'ben', 'ada']);
    expect(cache.inOrder(['ben', 'ada', 'cem'])).toEqual(['cem', 'ben', 'ada']);
    expect(cache.notAttemptedSince(agents, 3)).toEqual(['ben', 'cem', 'dan']);
    expect(cache.notAttemptedSince(agents, 2)).toEqual(['cem', 'dan']);
  });

  it('corrects the lists by a notification, and says whether one changed', () => {
    const cache = new AgentChatsCache();
    cache.read('ada', { chat: [chat('c'), chat('d')] }, 0);
    cache.read('ben', {}, 0);
    expect(cache.applyChat(chat('c'), new Set(['ben', 'unread']))).toBe(true);
    expect([idsOf(cache), idsOf(cache, 'ben'), idsOf(cache, 'unread')]).toEqual([['d'], ['c'], null]);
    expect(cache.applyChat(chat('c'), new Set(['ben']))).toBe(false);
    expect(cache.applyChat(chat('s', 'sms'), new Set(['ben']))).toBe(true);
    expect(idsOf(cache, 'ben')).toEqual(['c', 's']);
  });

  it('forgets agents who are no longer in the directory', () => {
    const cache = new AgentChatsCache();
    for (const id of ['ada', 'ben']) cache.read(id, { chat: [chat(id)] }, 5);
    cache.keepOnly(new Set(['ben']));
    expect([idsOf(cache), idsOf(cache, 'ben')]).toEqual([null, ['ben']]);
    expect(cache.notAttemptedSince(['ada', 'ben'], 0)).toEqual(['ada']);
  });
});
