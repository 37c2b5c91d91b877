import { describe, expect, it } from 'vitest';
import { activeChat, chatUpdated, customer, sofia } from '../../../support/floor/readings';
import { AttentionBench } from '../../../support/floor/attention-bench';

describe('orphaned chats', () => {
  it('include a chat whose agent left while the customer stayed', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('agent');
    bench.says('agent', '', { kind: 'left' });
    bench.floorStore.applyEvents([
      chatUpdated(activeChat('supervisors', { participants: [customer, sofia('supervisors')] })),
    ]);
    bench.seconds(16);
    expect(bench.reasons()).toEqual(['orphan hot']);
    expect(bench.of()?.reasons[0]?.since).toBe(bench.start);
  });

  it('include a chat whose agent signed out, until the agent returns', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.seconds(100);
    bench.floorStore.applyDirectory([bench.ada({ presence: 'loggedOut', chats: [] })]);
    bench.seconds(16);
    expect(bench.of()?.reasons).toMatchObject([{ rule: 'orphan', since: bench.start + 100_000 }]);
    bench.floorStore.applyDirectory([bench.ada()]);
    expect(bench.of()).toBeUndefined();
  });

  it.each(['notReady', 'unknown'] as const)('include no chat of an agent whose presence becomes %s', (presence) => {
    const bench = new AttentionBench();
    bench.chat();
    const left = { chatId: 'chat-9', medium: 'chat', customerName: 'Kim', startedAt: null } as const;
    bench.floorStore.applyDirectory([bench.ada({ chats: [left] })]);
    bench.floorStore.applyDirectory([bench.ada({ presence, chats: [left] })]);
    bench.seconds(60);
    expect([bench.reasons('chat-1'), bench.reasons('chat-9')]).toEqual([[], []]);
  });

  it('include no chat when the directory has no presence', () => {
    const bench = new AttentionBench();
    const stranger = bench.ada({ id: 'user-eve', presence: 'loggedOut' });
    bench.floorStore.applyDirectory([bench.ada(), stranger]);
    const eve = {
      participantId: 'part-eve',
      type: 'agent',
      nickname: 'Eve',
      userId: 'user-eve',
      visibility: 'everyone',
    } as const;
    bench.floorStore.applyEvents([
      chatUpdated(activeChat('supervisors', { participants: [customer, eve, sofia('supervisors')] })),
    ]);
    bench.seconds(60);
    expect(bench.reasons()).toEqual([]);
  });

  it('include a chat known from the agent list only, until another agent has it', () => {
    const bench = new AttentionBench();
    const left = { chatId: 'chat-9', medium: 'chat', customerName: 'Kim', startedAt: null } as const;
    bench.floorStore.applyDirectory([bench.ada({ chats: [left] })]);
    bench.floorStore.applyDirectory([bench.ada({ presence: 'loggedOut', chats: [] })]);
    bench.seconds(16);
    expect(bench.of('chat-9')).toMatchObject({
      reasons: [{ rule: 'orphan', severity: 'hot' }],
      unjoined: { agentId: 'user-ada', agentName: 'Ada', customerName: 'Kim' },
    });
    const ben = bench.ada({ id: 'user-ben', name: 'Ben', chats: [left] });
    bench.floorStore.applyDirectory([bench.ada({ presence: 'loggedOut', chats: [] }), ben]);
    expect(bench.of('chat-9')).toBeUndefined();
  });

  it('lose a chat that the server no longer lists with the agent, whatever agent has it now', () => {
    const bench = new AttentionBench();
    const left = { chatId: 'chat-9', medium: 'chat', customerName: 'Kim', startedAt: null } as const;
    const passedOn = { ...left, chatId: 'chat-8' };
    const signedOut = { presence: 'loggedOut', chats: [] } as const;
    bench.floorStore.applyDirectory([bench.ada({ chats: [passedOn, left] })]);
    bench.floorStore.applyDirectory([bench.ada({ ...signedOut, leftBehind: [passedOn, left] })]);
    bench.seconds(16);
    expect(bench.reasons('chat-8')).toEqual(['orphan hot']);
    bench.floorStore.applyDirectory([bench.ada({ ...signedOut, leftBehind: [left] })]);
    expect(bench.of('chat-8')).toBeUndefined();
    expect(bench.reasons('chat-9')).toEqual(['orphan hot']);
    bench.floorStore.applyDirectory([bench.ada(signedOut)]);
    expect(bench.reasons('chat-9')).toEqual(['orphan hot']);
  });

  it('include a chat found late, when the chats of a former agent could only be read later', () => {
    const bench = new AttentionBench();
    const left = { chatId: 'chat-9', medium: 'chat', customerName: 'Kim', startedAt: null } as const;
    bench.floorStore.applyDirectory([bench.ada({ chats: null, chatsNotReadYet: true })]);
    bench.floorStore.applyDirectory([bench.ada({ presence: 'loggedOut', chats: [] })]);
    bench.seconds(16);
    bench.floorStore.applyDirectory([bench.ada({ presence: 'loggedOut', chats: [], leftBehind: [left] })]);
    expect(bench.of('chat-9')).toBeUndefined();
    bench.seconds(16);
    expect(bench.reasons('chat-9')).toEqual(['orphan hot']);
  });

  it('include no chat of an agent whose chats were never read', () => {
    const bench = new AttentionBench();
    bench.floorStore.applyDirectory([bench.ada({ chats: null, chatsNotReadYet: true })]);
    bench.floorStore.applyDirectory([bench.ada({ presence: 'loggedOut', chats: null, chatsNotReadYet: true })]);
    bench.seconds(16);
    expect(bench.floorStore.snapshot().attention).toEqual([]);
  });

  it('lose a chat that no list contains for some time', () => {
    const bench = new AttentionBench();
    const left = { chatId: 'chat-9', medium: 'chat', customerName: 'Kim', startedAt: null } as const;
    bench.floorStore.applyDirectory([bench.ada({ chats: [left] })]);
    bench.floorStore.applyDirectory([bench.ada({ presence: 'loggedOut', chats: [] })]);
    bench.seconds(899);
    expect(bench.reasons('chat-9')).toEqual(['orphan hot']);
    bench.seconds(3);
    expect(bench.of('chat-9')).toBeUndefined();
  });
});
