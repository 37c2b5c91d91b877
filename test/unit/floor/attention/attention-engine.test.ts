import { describe, expect, it } from 'vitest';
import { activeChat, chatUpdated, customer } from '../../../support/floor/readings';
import { AttentionBench } from '../../../support/floor/attention-bench';
import { settingsWith, watchingFor } from '../../../support/floor/attention-views';
import { self } from '../../../support/floor/readings';
import { sofiaSignedIn } from '../../../support/floor/command-bench';

describe('what is told', () => {
  it('raises a wait by the clock alone, heats it up, and takes it back with the answer', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer');
    bench.seconds(89);
    expect(bench.told).toEqual([]);
    bench.seconds(3);
    expect(bench.reasons()).toEqual(['customerWaiting warm']);
    bench.seconds(90);
    expect(bench.reasons()).toEqual(['customerWaiting hot']);
    bench.says('agent');
    expect(bench.of()).toBeUndefined();
    expect(bench.told).toHaveLength(3);
  });

  it('says nothing again that has not changed, however often it looks', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer', 'I want to speak to a manager');
    bench.seconds(60);
    bench.says('customer', 'and soon');
    expect(bench.told).toHaveLength(1);
  });

  it('sums the reasons up to a score', () => {
    const bench = new AttentionBench(watchingFor('refund*'));
    for (const id of ['chat-1', 'chat-2']) bench.chat(id);
    bench.says('customer', 'refund', {}, 'chat-1');
    bench.says('customer', 'get me your manager', {}, 'chat-2');
    const [watched, escalated] = [bench.of('chat-1')?.score ?? 0, bench.of('chat-2')?.score ?? 0];
    expect(escalated).toBeGreaterThan(watched);
    expect(watched).toBeGreaterThan(0);
  });

  it('forgets a chat that ended, and everything at sign-out', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer', 'get me your manager');
    bench.floorStore.applyEvents([chatUpdated({ chatId: 'chat-1', state: 'finished' })]);
    expect(bench.of()).toBeUndefined();
    bench.chat('chat-2');
    bench.says('customer', 'get me your manager', {}, 'chat-2');
    bench.floorStore.signedOut();
    expect(bench.floorStore.snapshot().attention).toEqual([]);
    bench.floorStore.signedIn(sofiaSignedIn, self);
    bench.connection('live');
    bench.chat('chat-3');
    expect(bench.floorStore.snapshot().attention).toEqual([]);
  });

  it('begins again from a picture that was swapped', () => {
    const bench = new AttentionBench(watchingFor('refund*'));
    bench.chat();
    bench.says('customer', 'get me your manager');
    const entries = [
      { index: 9, kind: 'text', from: customer, visibility: 'everyone', text: 'refund', at: bench.clock.now() },
    ] as const;
    bench.floorStore.applyResync({ chats: [activeChat()], transcripts: [{ chatId: 'chat-1', entries }] }, true);
    expect(bench.reasons()).toEqual(['escalationWords hot', 'watchedWords warm']);
  });

  it('judges anew when the rules are turned', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer', 'my parrot is blue');
    bench.engine.settingsChanged(watchingFor('parrot*'));
    expect(bench.reasons()).toEqual(['watchedWords warm']);
    bench.engine.settingsChanged(
      settingsWith({ watchedWords: { isOn: false } }, { phrases: watchingFor('parrot*').phrases }),
    );
    expect(bench.reasons()).toEqual([]);
  });
});

describe('only what can be seen', () => {
  it('lets time stand still while the floor is not live', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer');
    bench.seconds(60);
    bench.connection('live');
    bench.connection('stale');
    bench.seconds(600);
    bench.engine.settingsChanged(settingsWith({ newAgent: { isOn: false } }));
    expect(bench.reasons()).toEqual([]);
    bench.connection('live');
    expect(bench.reasons()).toContain('customerWaiting hot');
  });

  it('keeps saying what was so when the floor fell silent', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer');
    bench.seconds(100);
    bench.connection('live');
    bench.connection('offline');
    bench.seconds(600);
    expect(bench.reasons()).toEqual(['customerWaiting warm']);
  });

  it('claims no wait across a gap, and says that there is one', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer');
    bench.seconds(100);
    expect(bench.reasons()).toEqual(['customerWaiting warm']);
    bench.floorStore.applyResync({ chats: [activeChat()], transcripts: [] }, true);
    expect(bench.of()).toBeUndefined();
    bench.says('customer', 'get me a manager', { index: 3 });
    expect(bench.of()).toMatchObject({ hasGap: true, reasons: [{ rule: 'escalationWords' }] });
  });

  it('takes the wait up again when the next line shows that nothing was missed', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer');
    bench.seconds(100);
    bench.floorStore.applyResync({ chats: [activeChat()], transcripts: [] }, true);
    expect(bench.of()).toBeUndefined();
    bench.says('customer', 'still there?', { index: 2 });
    expect(bench.of()).toMatchObject({ hasGap: false, reasons: [{ rule: 'customerWaiting' }] });
  });

  it('has no timer while there is nothing to look at', () => {
    const bench = new AttentionBench();
    expect(bench.clock.waiting).toEqual([]);
    bench.chat();
    expect(bench.clock.waiting).toHaveLength(1);
    bench.connection('stale');
    expect(bench.clock.waiting).toEqual([]);
    bench.connection('live');
    bench.engine.dispose();
    expect(bench.clock.waiting).toEqual([]);
  });
});

describe('seen to', () => {
  const waiting = (): AttentionBench => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer');
    bench.seconds(100);
    bench.engine.acknowledge('chat-1', ['customerWaiting']);
    return bench;
  };

  it('is quiet, is told apart, and can be taken back', () => {
    const bench = waiting();
    expect(bench.of()).toMatchObject({ reasons: [], acknowledged: [{ rule: 'customerWaiting' }], score: 0 });
    bench.engine.unacknowledge('chat-1');
    expect(bench.of()).toMatchObject({ reasons: [{ rule: 'customerWaiting' }], acknowledged: [] });
  });

  it('speaks again when one more message is unanswered', () => {
    const bench = new AttentionBench();
    bench.chat();
    for (const text of ['one', 'two', 'three']) bench.says('customer', text);
    expect(bench.reasons()).toEqual(['unanswered warm']);
    bench.engine.acknowledge('chat-1', ['unanswered']);
    expect(bench.reasons()).toEqual([]);
    bench.seconds(10);
    expect(bench.reasons()).toEqual([]);
    bench.says('customer', 'four');
    expect(bench.reasons()).toEqual(['unanswered warm']);
  });

  it('speaks again when it becomes hot', () => {
    const bench = waiting();
    bench.seconds(79);
    expect(bench.reasons()).toEqual([]);
    bench.seconds(3);
    expect(bench.reasons()).toEqual(['customerWaiting hot']);
  });

  it('speaks again when it has lasted twice as long', () => {
    const bench = waiting();
    bench.seconds(100);
    bench.engine.acknowledge('chat-1', ['customerWaiting']);
    bench.seconds(197);
    expect(bench.reasons()).not.toContain('customerWaiting hot');
    bench.seconds(6);
    expect(bench.reasons()).toContain('customerWaiting hot');
  });

  it('is forgotten with its reason, so that the next wait is news', () => {
    const bench = waiting();
    bench.says('agent');
    bench.says('customer');
    bench.seconds(92);
    expect(bench.reasons()).toEqual(['customerWaiting warm']);
  });

  it('quiets words until they are said again', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer', 'get me your manager');
    bench.engine.acknowledge('chat-1', ['escalationWords', 'orphan']);
    bench.says('agent', 'I am on it');
    bench.seconds(600);
    expect(bench.reasons()).toEqual(['agentSilent hot']);
    bench.says('customer', 'your manager!');
    expect(bench.reasons()).toContain('escalationWords hot');
  });

  it('outlives a swapped picture', () => {
    const bench = waiting();
    bench.floorStore.applyResync({ chats: [activeChat()], transcripts: [] }, false);
    expect(bench.of()).toMatchObject({ reasons: [], acknowledged: [{ rule: 'customerWaiting' }] });
  });
});
