import type { Agent } from '../../../preload/contract';
import { describe, expect, it } from 'vitest';
import type { ChangeBatch } from '../../../main/floor/change-feed';
import { FloorStore } from '../../../main/floor/floor-store';
import { typingTtlMs } from '../../../main/floor/ledger/typing';
import { sofiaSignedIn } from '../../support/floor/command-bench';
import { MemoryLog } from '../../support/floor/memory-log';
import { activeChat, chatUpdated, entry, messages, self, typingAt } from '../../support/floor/readings';
import { emptySnapshot } from '../../support/renderer/seed-floor';
import { VirtualClock } from '../../support/virtual-clock';

const live = { phase: 'live', reason: 'healthy', lastSuccessAt: 5, nextAttemptAt: null } as const;
const ada: Agent = {
  id: 'user-ada',
  userName: 'ada',
  name: 'Ada',
  presence: 'ready',
  presenceText: null,
  groups: [],
  chats: null,
};

function setUp(): { floorStore: FloorStore; clock: VirtualClock; log: MemoryLog; published: ChangeBatch[] } {
  const clock = new VirtualClock();
  const log = new MemoryLog();
  const floorStore = new FloorStore(clock, log.logger);
  const published: ChangeBatch[] = [];
  floorStore.signedIn(sofiaSignedIn, self);
  floorStore.subscribe((batch) => published.push(batch));
  return { floorStore, clock, log, published };
}

describe('FloorStore', () => {
  it('starts empty, signed out and never connected', () => {
    const floorStore = new FloorStore(new VirtualClock(), new MemoryLog().logger);
    expect({ ...floorStore.snapshot(), seq: 0 }).toEqual(emptySnapshot());
  });

  it('publishes each change once with its epoch, and nothing without a change', () => {
    const { floorStore, published } = setUp();
    floorStore.connectionChanged(live);
    floorStore.connectionChanged({ ...live });
    floorStore.applyDirectory([ada]);
    floorStore.applyDirectory([{ ...ada }]);
    floorStore.applyEvents([chatUpdated(activeChat())]);
    floorStore.applyEvents([chatUpdated(activeChat())]);
    expect(published.map(({ changes }) => changes.map((change) => change.type))).toEqual([
      ['connectionChanged'],
      ['agentsChanged'],
      ['chatChanged'],
    ]);
    expect(new Set(published.map((batch) => batch.epoch))).toEqual(new Set([floorStore.snapshot().epoch]));
  });

  it('keeps agents, watches and subscribers when another server takes over, with the identity there', () => {
    const { floorStore, published } = setUp();
    floorStore.putWatch({ agentId: 'user-ada', mode: 'coach', scope: 'allChats', nickname: '' }, ['chat'], 0);
    floorStore.applyEvents([chatUpdated(activeChat())]);
    const before = floorStore.snapshot();
    const signals: string[] = [];
    floorStore.onSignal(({ type }) => signals.push(type));
    published.length = 0;
    floorStore.serverChanged({ ...self, userId: 'user-self-there' });
    expect(published[0]?.changes).toMatchObject([{ type: 'watchesChanged', watches: [{ state: 'renewing' }] }, {}]);
    expect(floorStore.snapshot().chats.map(({ id }) => id)).toEqual(before.chats.map(({ id }) => id));
    expect(floorStore.snapshot().epoch).toBe(before.epoch);
    expect(signals).toEqual([]);
    floorStore.sessionRenewed();
    expect(signals).toEqual(['sessionRenewed']);
  });

  it('starts an epoch with the first resync and with one after events may have been lost', () => {
    const { floorStore, published } = setUp();
    floorStore.applyEvents([chatUpdated(activeChat())]);
    const before = floorStore.snapshot().epoch;
    floorStore.applyResync({ chats: [activeChat()], transcripts: [] }, false);
    expect(published.at(-1)).toEqual({ epoch: before + 1, changes: [] });
    floorStore.applyResync({ chats: [activeChat()], transcripts: [] }, true);
    expect(published.at(-1)).toMatchObject({ epoch: before + 2 });
  });

  it('publishes nothing when a routine resync finds nothing new', () => {
    const { floorStore, published } = setUp();
    floorStore.applyResync({ chats: [activeChat()], transcripts: [] }, false);
    const batches = published.length;
    floorStore.applyResync({ chats: [activeChat()], transcripts: [] }, false);
    expect(published).toHaveLength(batches);
  });

  it('publishes what a routine resync finds new, within the epoch', () => {
    const { floorStore, published } = setUp();
    floorStore.applyResync({ chats: [activeChat()], transcripts: [] }, false);
    const { epoch } = floorStore.snapshot();
    floorStore.applyResync({ chats: [], transcripts: [] }, false);
    expect(published.at(-1)).toMatchObject({ epoch, changes: [{ type: 'chatChanged', chat: { state: 'revoked' } }] });
    floorStore.signingOut();
    floorStore.signedOut();
    expect(floorStore.snapshot().epoch).toBeGreaterThan(epoch);
  });

  it('clears everything between two supervisors', () => {
    const { floorStore, published } = setUp();
    floorStore.connectionChanged(live);
    floorStore.applyDirectory([ada]);
    floorStore.putWatch({ agentId: 'user-ada', mode: 'coach', scope: 'allChats', nickname: '' }, ['chat'], 0);
    floorStore.applyEvents([chatUpdated(activeChat()), messages([entry(1)])]);
    const before = floorStore.snapshot().epoch;
    floorStore.signingOut();
    floorStore.signedOut();
    const { epoch, ...rest } = floorStore.snapshot();
    expect(epoch).toBeGreaterThan(before);
    expect(rest).toEqual({
      session: { phase: 'signedOut' },
      connection: { phase: 'signedOut', reason: 'signedOutByUser', lastSuccessAt: null, nextAttemptAt: null },
      agents: [],
      watches: [],
      ownChannels: [],
      chats: [],
      transcripts: [],
      pending: [],
      attention: [],
      stepBack: null,
    });
    expect(published.at(-1)?.changes).toEqual([{ type: 'sessionChanged', session: { phase: 'signedOut' } }]);
  });

  it('publishes why a session ended that needs a new sign-in', () => {
    const { floorStore } = setUp();
    floorStore.sessionEnded('credentialsRefused');
    floorStore.signedOut();
    expect(floorStore.snapshot().connection.reason).toBe('credentialsRefused');
  });

  it('notifies all listeners in the same order, including changes made by a listener', () => {
    const { floorStore } = setUp();
    const received: string[] = [];
    floorStore.subscribe(({ changes }) => {
      if (changes.some((change) => change.type === 'chatChanged')) floorStore.connectionChanged(live);
    });
    floorStore.subscribe(({ changes }) => received.push(...changes.map((change) => change.type)));
    floorStore.applyEvents([chatUpdated(activeChat())]);
    expect(received).toEqual(['chatChanged', 'connectionChanged']);
  });

  it('continues after a listener throws', () => {
    const { floorStore, log, published } = setUp();
    floorStore.subscribe(() => {
      throw new Error('broken listener');
    });
    floorStore.connectionChanged(live);
    floorStore.applyEvents([chatUpdated(activeChat())]);
    expect(published).toHaveLength(2);
    expect(log.messages).toEqual(Array.from({ length: 2 }, () => 'error: floor listener threw'));
  });

  it('expires a typing indicator, and has no timer otherwise', () => {
    const { floorStore, clock, published } = setUp();
    floorStore.applyEvents([chatUpdated(activeChat()), messages([], [typingAt(2, true)])]);
    clock.advance(typingTtlMs);
    expect(published.at(-1)?.changes).toEqual([{ type: 'typingChanged', chatId: 'chat-1', typing: [] }]);
    expect(clock.waiting).toEqual([]);
  });

  it('expires a typing indicator although another chat changes just before its timer', () => {
    const { floorStore, clock, published } = setUp();
    clock.after(typingTtlMs, () => {
      floorStore.applyEvents([chatUpdated({ ...activeChat(), chatId: 'chat-2' })]);
    });
    floorStore.applyEvents([chatUpdated(activeChat()), messages([], [typingAt(2, true)])]);
    clock.advance(typingTtlMs);
    expect(published.flatMap(({ changes }) => changes)).toContainEqual({
      type: 'typingChanged',
      chatId: 'chat-1',
      typing: [],
    });
  });

  it('identifies a hidden participant as agent once watched, and publishes it', () => {
    const { floorStore, published } = setUp();
    const consulted = {
      participantId: 'p',
      type: 'agent',
      nickname: 'Cleo',
      userId: 'user-cleo',
      visibility: 'agents',
    } as const;
    floorStore.applyEvents([
      chatUpdated(activeChat('agents', { participants: [...(activeChat('agents').participants ?? []), consulted] })),
    ]);
    floorStore.putWatch(
      { agentId: 'user-cleo', mode: 'coach', scope: 'allChats', nickname: '' },
      ['chat'],
      floorStore.joins,
    );
    expect(published.at(-1)?.changes.map((change) => change.type)).toEqual(['watchesChanged', 'chatChanged']);
    expect(floorStore.chat('chat-1')?.participants.find((one) => one.participantId === 'p')?.kind).toBe('agent');
  });
});
