import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import type { Agent, Snapshot, Watch } from '../../../../preload/contract';
import { connectBridge } from '../../../../renderer/bridge/bridge';
import { applyFloorChanges, replaceFloor } from '../../../../renderer/stores/apply-floor';
import { useAgentsStore } from '../../../../renderer/stores/agents.store';
import { useBulkStore } from '../../../../renderer/stores/bulk.store';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useManyStore } from '../../../../renderer/stores/many.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { useOperationsStore } from '../../../../renderer/stores/operations.store';
import { useQuestionStore } from '../../../../renderer/stores/question.store';
import { useShownAgentsStore } from '../../../../renderer/stores/shown-agents';
import { useUnjoinedStore } from '../../../../renderer/stores/unjoined.store';
import { FakeBridge } from '../../../support/renderer/fake-bridge';
import { emptySnapshot, seedAgent } from '../../../support/renderer/seed-floor';

const now = Date.UTC(2026, 10, 29, 9, 0);
const minute = 60_000;

function agent(number: number): Agent {
  const chat = {
    chatId: `chat-${String(number)}`,
    medium: 'chat',
    customerName: `Customer ${String(number)}`,
    startedAt: now - 5 * minute,
  } as const;
  return seedAgent(`Agent ${String(number)}`, { chats: [chat] });
}

function watchOf({ id }: Agent, how: Partial<Watch> = {}): Watch {
  const usual = { mode: 'monitor', scope: 'allChats', nickname: '', media: ['chat'], state: 'active' } as const;
  return { ...usual, ...how, agentId: id, since: now - minute };
}

/** A floor of `count` agents, each with a running chat, and a main whose news come when `settle` is called. */
function floorOf(count: number, watched: (agents: readonly Agent[]) => readonly Watch[] = () => []) {
  const agents = Array.from({ length: count }, (_, place) => agent(place + 1));
  const empty = emptySnapshot();
  const snapshot: Snapshot = {
    ...empty,
    session: {
      phase: 'signedIn',
      who: {
        userId: 'me',
        userName: 'sam',
        name: 'Sam',
        serverName: null,
        isPractice: true,
        serverVersion: null,
      },
    },
    connection: { phase: 'live', reason: 'healthy', lastSuccessAt: now, nextAttemptAt: null },
    agents,
    watches: watched(agents),
  };
  const due: (() => void)[] = [];
  const bridge = new FakeBridge({ snapshot, later: (callback) => void due.push(callback), now: () => now });
  connectBridge(bridge);
  setActivePinia(createPinia());
  replaceFloor(snapshot);
  bridge.on('floor.envelope', ({ changes }) => {
    applyFloorChanges(changes);
  });
  const settle = async (): Promise<void> => {
    await flushPromises();
    while (due.length > 0) {
      for (const callback of due.splice(0)) callback();
      await flushPromises();
    }
  };
  const asked = (name: string): readonly unknown[] =>
    bridge.asked.filter((one) => one.name === name).map(({ request }) => request);
  const ids = agents.map(({ id }) => id);
  return { bridge, agents, ids, settle, asked };
}

describe('acts on many', () => {
  it('ask first where they show the supervisor in more than one chat, now or later', async () => {
    const { ids, asked, settle } = floorOf(3);
    const many = useManyStore();
    const questions = useQuestionStore();
    for (const request of [
      { agentIds: ids, mode: 'bargeIn', scope: 'nextChat' },
      { agentIds: ids, mode: 'coach', scope: 'nextChat' },
      { agentIds: ids.slice(0, 1), mode: 'coach', scope: 'allChats' },
      { agentIds: ids.slice(0, 1), mode: 'bargeIn', scope: 'nextChat' },
    ] as const) {
      const over = many.watch(request);
      expect(questions.question?.act).toMatchObject({ kind: 'watch' });
      questions.question?.answer(false);
      await over;
    }
    expect(asked('agents.watch')).toEqual([]);
    void many.watch({ agentIds: ids, mode: 'monitor', scope: 'allChats' });
    await settle();
    void many.watch({ agentIds: ids.slice(0, 1), mode: 'coach', scope: 'nextChat' });
    await settle();
    expect([questions.question, asked('agents.watch').length]).toEqual([null, 4]);
  });

  it('go a few at a time, can be stopped, and leave alone what was not begun', async () => {
    const { bridge, ids, asked } = floorOf(40);
    const answers: (() => void)[] = [];
    const invoke = bridge.invoke.bind(bridge);
    bridge.invoke = async (name, request) => {
      if (name === 'agents.watch') await new Promise<void>((resolve) => void answers.push(resolve));
      return invoke(name, request);
    };
    const bulk = useBulkStore();
    const over = useManyStore().watch({ agentIds: ids, mode: 'monitor', scope: 'allChats' });
    await flushPromises();
    expect(answers).toHaveLength(4);
    expect(bulk.runs).toMatchObject([{ kind: 'watch', count: 40, phase: 'running' }]);
    bulk.stop(bulk.runs[0]?.id ?? 0);
    for (const answer of answers) answer();
    await over;
    expect(asked('agents.watch')).toHaveLength(4);
    expect(bulk.runs).toEqual([]);
    expect(useToastsStore().toasts).toMatchObject([{ key: 'many.stopped.watch', values: { n: 4, all: 40 } }]);
  });

  it('name what did not work, say nothing else of it, and try only that again', async () => {
    const { bridge, agents, ids, settle, asked } = floorOf(5);
    bridge.failNext.set('agents.watch', 'command.forbidden');
    const bulk = useBulkStore();
    void useManyStore().watch({ agentIds: ids, mode: 'monitor', scope: 'allChats' });
    await settle();
    const [run] = bulk.runs;
    expect(run).toMatchObject({ phase: 'over', failures: [{ id: ids[0], name: agents[0]?.name }] });
    expect(useToastsStore().toasts.map(({ key }) => key)).toEqual(['many.done.watch']);
    bulk.retry(run?.id ?? 0);
    await settle();
    expect([asked('agents.watch').length, bulk.runs]).toEqual([6, []]);
    expect(useAgentsStore().watches).toHaveLength(5);
  });

  it('are ended by stepping back where others would see the supervisor, and only there', async () => {
    const { bridge, ids } = floorOf(12);
    const invoke = bridge.invoke.bind(bridge);
    const answers: (() => void)[] = [];
    bridge.invoke = async (name, request) => {
      if (name === 'agents.watch') await new Promise<void>((resolve) => void answers.push(resolve));
      return invoke(name, request);
    };
    const many = useManyStore();
    void many.watch({ agentIds: ids.slice(0, 6), mode: 'bargeIn', scope: 'allChats' });
    useQuestionStore().question?.answer(true);
    void many.watch({ agentIds: ids.slice(6), mode: 'monitor', scope: 'allChats' });
    await flushPromises();
    const bulk = useBulkStore();
    bulk.stopVisible();
    expect(bulk.runs.map(({ phase }) => phase).toSorted()).toEqual(['running', 'stopping']);
  });
});

describe('stopping many watches', () => {
  it('is done at once and taken back as it was, a visible one only when confirmed', async () => {
    const { agents, ids, settle } = floorOf(3, (all) =>
      all.map((one, place) => watchOf(one, place === 0 ? { mode: 'coach', nickname: 'Jo' } : {})),
    );
    const before = useAgentsStore().watches.map(({ agentId, mode, nickname }) => [agentId, mode, nickname]);
    void useManyStore().stopWatching(ids);
    await settle();
    expect(useAgentsStore().watches).toEqual([]);
    const [toast] = useToastsStore().toasts;
    expect(toast).toMatchObject({ key: 'many.done.stopWatching', values: { n: agents.length } });
    toast?.undo?.();
    await settle();
    expect(useAgentsStore().watches).toEqual([]);
    useQuestionStore().question?.answer(true);
    await settle();
    expect(
      useAgentsStore()
        .watches.map(({ agentId, mode, nickname }) => [agentId, mode, nickname])
        .toSorted(),
    ).toEqual(before.toSorted());
  });
});

describe('chats that go on already', () => {
  it('are offered, joined in silence with their invitations accepted, and left again when taken back', async () => {
    const { ids, settle, asked } = floorOf(12, (all) => all.map((one) => watchOf(one)));
    const unjoined = useUnjoinedStore();
    expect(unjoined.offered).toHaveLength(12);
    void useManyStore().join(unjoined.offered);
    await settle();
    const chats = useChatsStore();
    expect([...chats.chats.values()].map(({ state, mode }) => [state, mode])).toEqual(
      ids.map(() => ['active', 'monitor']),
    );
    expect([unjoined.count, asked('chats.accept').length]).toEqual([0, 12]);
    expect(asked('chats.intrude')).toMatchObject(ids.map(() => ({ mode: 'monitor' })));
    const [toast] = useToastsStore().toasts;
    expect(toast).toMatchObject({ key: 'many.done.join', values: { n: 12 } });
    toast?.undo?.();
    await settle();
    expect([...chats.chats.values()].some(({ state }) => state === 'active')).toBe(false);
    // What somebody left is not pressed on him again.
    expect(unjoined.offered).toEqual([]);
  });

  it('that cannot be joined are named with their reason', async () => {
    const { bridge, settle } = floorOf(3, (all) => all.map((one) => watchOf(one)));
    bridge.failNext.set('chats.accept', 'command.refused');
    void useManyStore().join(useUnjoinedStore().offered);
    await settle();
    expect(useBulkStore().runs).toMatchObject([
      { kind: 'join', failures: [{ name: 'Customer 1', error: { code: 'command.refused' } }] },
    ]);
    expect(useToastsStore().toasts.map(({ key }) => key)).toEqual(['many.done.join']);
  });

  it('are not offered again once somebody said "not now"', () => {
    floorOf(2, (all) => all.map((one) => watchOf(one)));
    const unjoined = useUnjoinedStore();
    unjoined.putAside(unjoined.offered.map(({ chatId }) => chatId));
    expect([unjoined.offered.length, unjoined.count]).toEqual([0, 2]);
    expect(unjoined.noneNeedsAttention()).toEqual({ key: 'many.nobody', values: { n: 2 } });
  });
});

describe('leaving a chat', () => {
  async function joined() {
    const floor = floorOf(1, (all) => all.map((one) => watchOf(one)));
    void useManyStore().join(useUnjoinedStore().offered);
    await floor.settle();
    useToastsStore().toasts = [];
    return floor;
  }

  it('offers to join it again, in silence', async () => {
    const { settle } = await joined();
    void useOperationsStore().end('leave', 'chat-1');
    await settle();
    const [toast] = useToastsStore().toasts;
    expect(toast).toMatchObject({ key: 'many.left', undoKey: 'many.joinAgain', values: { name: 'Customer 1' } });
    toast?.undo?.();
    await settle();
    expect(useChatsStore().chats.get('chat-1')).toMatchObject({ state: 'active', mode: 'monitor' });
  });

  it('does not where nobody is left to ask', async () => {
    const { bridge, settle } = await joined();
    const chat = bridge.chat('chat-1');
    const participants = chat.participants.filter(({ kind }) => kind !== 'agent');
    bridge.tell({ type: 'chatChanged', chat: { ...chat, participants } });
    void useOperationsStore().end('leave', 'chat-1');
    await settle();
    expect(useToastsStore().toasts).toEqual([]);
  });
});

describe('agents whose chats nobody read yet', () => {
  it('are asked about once they are watched, and their chats are not forgotten when what was read is too old', async () => {
    const { bridge, agents, ids } = floorOf(2, (all) => all.map((one) => watchOf(one)));
    const unread = agents.map((one) => ({ ...one, chats: null }));
    setActivePinia(createPinia());
    bridge.snapshot = { ...bridge.snapshot, agents: unread };
    replaceFloor(bridge.snapshot);
    const unjoined = useUnjoinedStore();
    expect([unjoined.toRead, unjoined.count]).toEqual([ids, 0]);
    bridge.tell({ type: 'agentsChanged', agents });
    applyFloorChanges([{ type: 'agentsChanged', agents }]);
    expect([unjoined.toRead, unjoined.count]).toEqual([[], 2]);
    applyFloorChanges([{ type: 'agentsChanged', agents: unread }]);
    expect([unjoined.toRead, unjoined.count]).toEqual([[], 2]);
    const shown = useShownAgentsStore();
    shown.also = ids;
    await flushPromises();
    shown.also = [];
    const toast = bridge.asked.filter(({ name }) => name === 'window.showAgents').map(({ request }) => request);
    expect(toast.at(0)).toEqual({ agentIds: ids });
    expect(toast.at(-1)).toEqual({ agentIds: null });
  });
});
