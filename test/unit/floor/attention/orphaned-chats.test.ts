import { describe, expect, it } from 'vitest';
import { activeChat, chatUpdated, customer, sofia } from '../../../support/floor/readings';
import { AttentionBench } from '../../../support/floor/attention-bench';

describe('orphans', () => {
  it('are chats whose agent left while the customer stayed', () => {
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

  it('are chats whose agent was seen to sign out, and end when the agent is back', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.seconds(100);
    bench.floorStore.applyDirectory([bench.ada({ presence: 'loggedOut', chats: [] })]);
    bench.seconds(16);
    expect(bench.of()?.reasons).toMatchObject([{ rule: 'orphan', since: bench.start + 100_000 }]);
    bench.floorStore.applyDirectory([bench.ada()]);
    expect(bench.of()).toBeUndefined();
  });

  it('are never made by a directory that knows no presence', () => {
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

  it('are known from the list of the agent, too, until somebody serves them', () => {
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

  it('are none any more when the server lists them with the agent no longer, whoever has them now', () => {
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

  it('are found late where the chats of an agent who left could only be read later', () => {
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

  it('are not drawn from an agent whose chats were never read', () => {
    const bench = new AttentionBench();
    bench.floorStore.applyDirectory([bench.ada({ chats: null, chatsNotReadYet: true })]);
    bench.floorStore.applyDirectory([bench.ada({ presence: 'loggedOut', chats: null, chatsNotReadYet: true })]);
    bench.seconds(16);
    expect(bench.floorStore.snapshot().attention).toEqual([]);
  });

  it('are forgotten after a while when no list names them', () => {
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
