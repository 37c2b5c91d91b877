import { describe, expect, it } from 'vitest';
import { BudgetBench } from '../../support/floor/budget-bench';
import { settle } from '../../support/virtual-clock';

const adaId = 'user-ada';

const leftOf = (bench: BudgetBench): number | null =>
  bench.keeper.state.agents.find(({ agentId }) => agentId === adaId)?.leftMs ?? null;

describe('the monitoring budget', () => {
  it('warns five minutes and one minute before the end, then leaves the chat, each once', async () => {
    const bench = new BudgetBench({ minutesPerAgentDay: 10 });
    bench.joins('chat-1');
    await bench.minutes(4);
    expect(bench.steps).toEqual([]);
    await bench.minutes(1);
    expect(bench.steps).toEqual(['warned agentMinutes 5']);
    await bench.minutes(4);
    expect(bench.steps).toEqual(['warned agentMinutes 5', 'warned agentMinutes 1']);
    await bench.minutes(1);
    expect(bench.steps.at(-1)).toBe('left agentMinutes');
    expect(bench.centre.asked.map(({ what }) => what)).toContain('leave');
    bench.ends('chat-1');
    await bench.minutes(5);
    expect(bench.steps).toHaveLength(3);
  });

  it('counts chats of an agent that are watched at the same time once', async () => {
    const bench = new BudgetBench({ minutesPerAgentDay: 60 });
    bench.joins('chat-1');
    await bench.minutes(10);
    bench.joins('chat-2');
    await bench.minutes(10);
    bench.ends('chat-1');
    await bench.minutes(10);
    bench.ends('chat-2');
    expect(leftOf(bench)).toBe(30 * 60_000);
    await bench.minutes(30);
    expect(leftOf(bench)).toBe(30 * 60_000);
  });

  it('never ends a conversation with a customer: the chat is left after the return to monitoring', async () => {
    const bench = new BudgetBench({ minutesPerChat: 10 });
    bench.joins('chat-1');
    await bench.minutes(9.5);
    bench.joins('chat-1', 'everyone');
    bench.budget = { ...bench.budget, countsVisible: true };
    bench.keeper.evaluate();
    await bench.minutes(30);
    expect(bench.steps.slice(-1)).toEqual(['grace chatMinutes']);
    expect(bench.keeper.state.chats).toEqual([
      expect.objectContaining({ chatId: 'chat-1', leftMs: 0, isInGrace: true }),
    ]);
    expect(bench.centre.asked.map(({ what }) => what)).not.toContain('leave');
    bench.joins('chat-1', 'supervisors');
    await settle();
    expect(bench.steps.slice(-1)).toEqual(['left chatMinutes']);
  });

  it('counts time in which the agent knows of the supervisor only if the setting says so', async () => {
    const bench = new BudgetBench({ minutesPerAgentDay: 60 });
    bench.joins('chat-1', 'agents');
    await bench.minutes(20);
    expect(leftOf(bench)).toBe(60 * 60_000);
    bench.budget = { ...bench.budget, countsVisible: true };
    expect(leftOf(bench)).toBe(40 * 60_000);
  });

  it('begins again on the next day', async () => {
    const bench = new BudgetBench({ minutesPerAgentDay: 60 });
    bench.joins('chat-1');
    await bench.minutes(50);
    bench.ends('chat-1');
    expect(leftOf(bench)).toBe(10 * 60_000);
    const midnight = new Date(bench.clock.now()).setHours(24, 0, 0, 0);
    await bench.minutes((midnight - bench.clock.now()) / 60_000);
    expect(leftOf(bench)).toBe(60 * 60_000);
  });

  it('refuses to watch and to join beyond the limit, with its values, and records that', async () => {
    const bench = new BudgetBench({ minutesPerAgentDay: 5 });
    bench.joins('chat-1');
    await bench.minutes(6);
    bench.ends('chat-1');
    const watch = { requestId: 'w', agentId: adaId, mode: 'monitor', scope: 'allChats' } as const;
    expect(await bench.commands['agents.watch'](watch)).toEqual({
      ok: false,
      error: { code: 'budget.agentMinutes', values: { n: 5 } },
    });
    const intrude = { requestId: 'i', agentId: adaId, chatId: 'chat-2', mode: 'monitor' } as const;
    expect(await bench.commands['chats.intrude'](intrude)).toMatchObject({ error: { code: 'budget.agentMinutes' } });
    expect(bench.steps.filter((step) => step === 'refused agentMinutes')).toHaveLength(2);
    // A mode that the agent knows of is not limited.
    const coach = await bench.commands['chats.intrude']({ ...intrude, requestId: 'c', mode: 'coach' });
    expect(coach.ok || !coach.error.code.startsWith('budget.')).toBe(true);
  });

  it('stops the watch on an agent once the last chat of the day is joined, and lets that chat go on', async () => {
    const bench = new BudgetBench({ chatsPerAgentDay: 2 });
    void bench.commands['agents.watch']({ requestId: 'w', agentId: adaId, mode: 'monitor', scope: 'allChats' });
    await settle();
    bench.joins('chat-1');
    await bench.minutes(1);
    expect(bench.steps).toEqual([]);
    bench.joins('chat-2');
    await bench.minutes(1);
    expect(bench.steps).toEqual(['watchStopped agentChats']);
    expect(bench.floorStore.watches).toEqual([]);
    expect(bench.keeper.limitReached({ agentId: adaId, chatId: 'chat-2' })).toBeNull();
    expect(bench.keeper.limitReached({ agentId: adaId, chatId: 'chat-3' })).toBe('agentChats');
  });

  it('leaves a chat that the server joined beyond the limit before the watch had ended', async () => {
    const bench = new BudgetBench({ chatsPerAgentDay: 1 });
    bench.joins('chat-1');
    bench.joins('chat-2');
    await bench.minutes(1);
    expect(bench.steps).toEqual(['left agentChats']);
    const left = bench.centre.asked.filter(({ what }) => what === 'leave').map(({ request }) => request);
    expect(left).toEqual([expect.objectContaining({ chatId: 'chat-2' })]);
  });

  it('does not count the time of the supervisor who was signed in before', async () => {
    const bench = new BudgetBench({ minutesPerAgentDay: 60 });
    bench.joins('chat-1');
    await bench.minutes(20);
    bench.floorStore.signedOut();
    expect(leftOf(bench)).toBeNull();
    bench.joins('chat-2');
    expect(leftOf(bench)).toBe(60 * 60_000);
  });

  it('reads the day back after a crash, as a minimum where the end is not known', async () => {
    const before = new BudgetBench({ minutesPerAgentDay: 60 });
    before.joins('chat-1');
    await before.minutes(20);
    before.joins('chat-2');
    const bench = await before.restartAfter(30);
    expect(leftOf(bench)).toBe(40 * 60_000);
    expect(bench.keeper.state.agents).toEqual([
      expect.objectContaining({ agentId: adaId, isAtLeast: true, chatCount: 1 }),
    ]);
  });

  it('does nothing and shows nothing while it is off', async () => {
    const bench = new BudgetBench({ isOn: false, minutesPerAgentDay: 1 });
    bench.joins('chat-1');
    await bench.minutes(10);
    expect(bench.steps).toEqual([]);
    expect(bench.keeper.state).toMatchObject({ isOn: false, agents: [], chats: [] });
    bench.budget = { ...bench.budget, isOn: true };
    bench.keeper.evaluate();
    await settle();
    expect(bench.steps).toEqual(['left agentMinutes']);
  });

  it('tries again while the server refuses to let the supervisor leave', async () => {
    const bench = new BudgetBench({ minutesPerChat: 2 });
    bench.joins('chat-1');
    bench.floorStore.connectionChanged({ phase: 'stale', reason: 'healthy', lastSuccessAt: 1, nextAttemptAt: null });
    await bench.minutes(3);
    expect(bench.steps).not.toContain('left chatMinutes');
    bench.floorStore.connectionChanged({ phase: 'live', reason: 'healthy', lastSuccessAt: 1, nextAttemptAt: null });
    await bench.minutes(1);
    expect(bench.steps).toContain('left chatMinutes');
  });
});
