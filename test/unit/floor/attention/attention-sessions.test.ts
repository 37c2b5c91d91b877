import { describe, expect, it } from 'vitest';
import { sofiaSignedIn } from '../../../support/floor/command-bench';
import { activeChat, chatUpdated, entry, self } from '../../../support/floor/readings';
import { AttentionBench } from '../../../support/floor/attention-bench';
import { settingsWith, watchingFor } from '../../../support/floor/attention-views';

const ends = {
  'a sign-out': (bench: AttentionBench) => {
    bench.floorStore.signingOut();
    bench.floorStore.signedOut();
  },
  'an expired sign-in': (bench: AttentionBench) => {
    bench.floorStore.sessionEnded('signInExpired');
  },
} as const;

/** Signs in again; the floor is live, and not read yet. */
function signInAgain(bench: AttentionBench): void {
  bench.floorStore.signingIn();
  bench.floorStore.signedIn(sofiaSignedIn, self);
  bench.connection('live');
}

const left = { chatId: 'chat-9', medium: 'chat', customerName: 'Kim', startedAt: null } as const;

describe.each(Object.entries(ends))('attention after %s and another sign-in', (_name, end) => {
  it('hides nothing that was acknowledged before', () => {
    const bench = new AttentionBench();
    const chats = [activeChat('supervisors', { receivedAt: bench.start })];
    const transcripts = [{ chatId: 'chat-1', entries: [entry(1, { text: 'get me your manager', at: bench.start })] }];
    bench.floorStore.applyResync({ chats, transcripts }, true);
    bench.engine.acknowledge('chat-1', ['escalationWords']);
    expect(bench.reasons()).toEqual([]);
    end(bench);
    signInAgain(bench);
    bench.floorStore.applyResync({ chats, transcripts }, true);
    expect(bench.reasons()).toEqual(['escalationWords hot']);
  });

  it('takes no agent for gone who was not there since then', () => {
    const bench = new AttentionBench();
    bench.chat();
    end(bench);
    signInAgain(bench);
    bench.floorStore.applyDirectory([bench.ada({ presence: 'loggedOut' })]);
    bench.chat();
    bench.seconds(60);
    expect(bench.reasons()).toEqual([]);
  });

  it('takes no chat for orphaned that was listed before', () => {
    const bench = new AttentionBench();
    bench.floorStore.applyDirectory([bench.ada({ chats: [left] })]);
    end(bench);
    signInAgain(bench);
    bench.floorStore.applyDirectory([bench.ada({ presence: 'loggedOut', chats: [] })]);
    bench.seconds(60);
    expect(bench.reasons('chat-9')).toEqual([]);
  });
});

describe('attention by the clock of the server', () => {
  const aheadMs = 60_000;
  function waitingAhead(): AttentionBench {
    const bench = new AttentionBench();
    connect(bench, 'live');
    bench.chat();
    bench.says('customer', 'words', { at: bench.clock.now() + aheadMs });
    return bench;
  }
  function connect(bench: AttentionBench, phase: 'live' | 'stale'): void {
    const lastSuccessAt = phase === 'live' ? bench.clock.now() : bench.floorStore.connection.lastSuccessAt;
    const connection = { phase, reason: 'healthy', lastSuccessAt, nextAttemptAt: null } as const;
    bench.floorStore.connectionChanged({ ...connection, serverClockOffsetMs: aheadMs });
  }

  it('raises a wait when it has lasted on that clock', () => {
    const bench = waitingAhead();
    bench.seconds(89);
    expect(bench.reasons()).toEqual([]);
    bench.seconds(3);
    expect(bench.reasons()).toEqual(['customerWaiting warm']);
  });

  it('keeps the wait while the floor is not live', () => {
    const bench = waitingAhead();
    bench.seconds(100);
    connect(bench, 'live');
    connect(bench, 'stale');
    expect(bench.reasons()).toEqual(['customerWaiting warm']);
  });
});

it('shows an acknowledged reason that was gone meanwhile', () => {
  const bench = new AttentionBench();
  bench.chat();
  bench.says('customer', 'get me your manager');
  bench.says('agent', 'One moment');
  bench.seconds(302);
  bench.engine.acknowledge('chat-1', ['agentSilent', 'escalationWords']);
  expect(bench.reasons()).toEqual([]);
  bench.engine.settingsChanged(settingsWith({ agentSilent: { isOn: false } }));
  bench.engine.settingsChanged(settingsWith());
  expect(bench.reasons()).toEqual(['agentSilent warm']);
});

it('counts the time without an agent again when the supervisor is invited to a dismissed chat', () => {
  const bench = new AttentionBench();
  bench.chat();
  bench.floorStore.applyDirectory([bench.ada({ presence: 'loggedOut' })]);
  bench.seconds(20);
  expect(bench.of()?.reasons).toMatchObject([{ rule: 'orphan', since: bench.start }]);
  bench.floorStore.applyEvents([chatUpdated({ chatId: 'chat-1', state: 'finished' })]);
  expect(bench.floorStore.dismiss('chat-1')).toBe(true);
  bench.seconds(80);
  bench.floorStore.applyEvents([chatUpdated({ chatId: 'chat-1', state: 'invited' })]);
  bench.chat();
  bench.seconds(20);
  expect(bench.of()?.reasons).toMatchObject([{ rule: 'orphan', since: bench.start + 100_000 }]);
});

it('explains no place while a chat is still being read', () => {
  const bench = new AttentionBench();
  bench.chat();
  bench.says('customer');
  bench.floorStore.applyDirectory([bench.ada({ chats: [left] })]);
  bench.floorStore.applyDirectory([bench.ada({ presence: 'loggedOut', chats: [], leftBehind: [left] })]);
  bench.seconds(16);
  expect(bench.engine.why('chat-9', [])?.place).toBe(2);
  bench.engine.settingsChanged(watchingFor('parrot*'));
  expect(bench.engine.why('chat-9', [])).toBeNull();
  bench.clock.advance(100);
  expect(bench.engine.why('chat-9', [])?.place).toBe(2);
});

it('reports no gap in a chat that was never read', () => {
  const bench = new AttentionBench();
  bench.floorStore.applyDirectory([bench.ada({ chats: [left] })]);
  bench.floorStore.applyDirectory([bench.ada({ presence: 'loggedOut', chats: [] })]);
  bench.seconds(16);
  expect(bench.of('chat-9')).toMatchObject({ hasGap: false, reasons: [{ rule: 'orphan' }] });
});
