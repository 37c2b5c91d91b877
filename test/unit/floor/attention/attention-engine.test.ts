import { describe, expect, it } from 'vitest';
import { activeChat, chatUpdated, customer } from '../../../support/floor/readings';
import { AttentionBench } from '../../../support/floor/attention-bench';
import { settingsWith, watchingFor } from '../../../support/floor/attention-views';
import { self } from '../../../support/floor/readings';
import { sofiaSignedIn } from '../../../support/floor/command-bench';

describe('published attention', () => {
  it('raises a wait with time, makes it hot, and removes it with the reply', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer');
    bench.seconds(89);
    expect(bench.published).toEqual([]);
    bench.seconds(3);
    expect(bench.reasons()).toEqual(['customerWaiting warm']);
    bench.seconds(90);
    expect(bench.reasons()).toEqual(['customerWaiting hot']);
    bench.says('agent');
    expect(bench.of()).toBeUndefined();
    expect(bench.published).toHaveLength(3);
  });

  it('publishes nothing when nothing changed, however often it evaluates', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer', 'I want to speak to a manager');
    bench.seconds(60);
    bench.says('customer', 'and soon');
    expect(bench.published).toHaveLength(1);
  });

  it('adds the weights of the reasons to a score', () => {
    const bench = new AttentionBench(watchingFor('refund*'));
    for (const id of ['chat-1', 'chat-2']) bench.chat(id);
    bench.says('customer', 'refund', {}, 'chat-1');
    bench.says('customer', 'get me your manager', {}, 'chat-2');
    const [watched, escalated] = [bench.of('chat-1')?.score ?? 0, bench.of('chat-2')?.score ?? 0];
    expect(escalated).toBeGreaterThan(watched);
    expect(watched).toBeGreaterThan(0);
  });

  it('removes a chat when it ends, and all chats at sign-out', () => {
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

  it('restarts from the snapshot of a new epoch', () => {
    const bench = new AttentionBench(watchingFor('refund*'));
    bench.chat();
    bench.says('customer', 'get me your manager');
    const entries = [
      { index: 9, kind: 'text', from: customer, visibility: 'everyone', text: 'refund', at: bench.clock.now() },
    ] as const;
    bench.floorStore.applyResync({ chats: [activeChat()], transcripts: [{ chatId: 'chat-1', entries }] }, true);
    expect(bench.reasons()).toEqual(['escalationWords hot', 'watchedWords warm']);
  });

  it('evaluates all chats again when the settings change', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer', 'my parrot is blue');
    bench.engine.settingsChanged(watchingFor('parrot*'));
    bench.clock.advance(100);
    expect(bench.reasons()).toEqual(['watchedWords warm']);
    bench.engine.settingsChanged(
      settingsWith({ watchedWords: { isOn: false } }, { phrases: watchingFor('parrot*').phrases }),
    );
    expect(bench.reasons()).toEqual([]);
  });
});

describe('attention without current data', () => {
  it('stops time while the floor is not live', () => {
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

  it('keeps earlier reasons when the connection is lost', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer');
    bench.seconds(100);
    bench.connection('live');
    bench.connection('offline');
    bench.seconds(600);
    expect(bench.reasons()).toEqual(['customerWaiting warm']);
  });

  it('claims no wait across a gap and reports the gap', () => {
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

  it('resumes the wait when the next entry closes the gap', () => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer');
    bench.seconds(100);
    bench.floorStore.applyResync({ chats: [activeChat()], transcripts: [] }, true);
    expect(bench.of()).toBeUndefined();
    bench.says('customer', 'still there?', { index: 2 });
    expect(bench.of()).toMatchObject({ hasGap: false, reasons: [{ rule: 'customerWaiting' }] });
  });

  it('has no timer while there are no chats', () => {
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

describe('acknowledge', () => {
  const waiting = (): AttentionBench => {
    const bench = new AttentionBench();
    bench.chat();
    bench.says('customer');
    bench.seconds(100);
    bench.engine.acknowledge('chat-1', ['customerWaiting']);
    return bench;
  };

  it('hides the reason, lists it separately, and can be withdrawn', () => {
    const bench = waiting();
    expect(bench.of()).toMatchObject({ reasons: [], acknowledged: [{ rule: 'customerWaiting' }], score: 0 });
    bench.engine.unacknowledge('chat-1');
    expect(bench.of()).toMatchObject({ reasons: [{ rule: 'customerWaiting' }], acknowledged: [] });
  });

  it('shows the reason again when one more message is unanswered', () => {
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

  it('shows the reason again when it becomes hot', () => {
    const bench = waiting();
    bench.seconds(79);
    expect(bench.reasons()).toEqual([]);
    bench.seconds(3);
    expect(bench.reasons()).toEqual(['customerWaiting hot']);
  });

  it('shows the reason again when it has lasted twice as long', () => {
    const bench = waiting();
    bench.seconds(100);
    bench.engine.acknowledge('chat-1', ['customerWaiting']);
    bench.seconds(197);
    expect(bench.reasons()).not.toContain('customerWaiting hot');
    bench.seconds(6);
    expect(bench.reasons()).toContain('customerWaiting hot');
  });

  it('ends with the reason, so that the next wait counts as new', () => {
    const bench = waiting();
    bench.says('agent');
    bench.says('customer');
    bench.seconds(92);
    expect(bench.reasons()).toEqual(['customerWaiting warm']);
  });

  it('hides keywords until they are said again', () => {
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

  it('survives a new epoch', () => {
    const bench = waiting();
    bench.floorStore.applyResync({ chats: [activeChat()], transcripts: [] }, false);
    expect(bench.of()).toMatchObject({ reasons: [], acknowledged: [{ rule: 'customerWaiting' }] });
  });
});
