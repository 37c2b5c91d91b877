import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DraftPlace, Draft, SavedWatch, ViewState } from '../../../../preload/contract';
import { loadAllShells } from '../../../support/renderer/load-all-shells';
import MainWindow from '../../../../renderer/app/MainWindow.vue';
import { connectStores } from '../../../../renderer/app/connect-stores';
import { connectBridge } from '../../../../renderer/bridge/bridge';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useDraftsStore } from '../../../../renderer/stores/drafts.store';
import { usePendingCommandsStore } from '../../../../renderer/stores/pending-commands.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { useSessionStore } from '../../../../renderer/stores/session.store';
import { useQuestionStore } from '../../../../renderer/stores/question.store';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { useViewStore } from '../../../../renderer/stores/view.store';
import { useSavedWatchesStore } from '../../../../renderer/stores/saved-watches.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { FakeBridge } from '../../../support/renderer/fake-bridge';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { emptySnapshot } from '../../../support/renderer/seed-floor';

await loadAllShells();
const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';
const place: DraftPlace = { chatId: kim, mode: 'coach', audience: 'agents', readers: [], sentAs: null };
const whisper: Draft = { ...place, text: 'Offer a refund' };
const view: ViewState = {
  page: 'agents',
  chatId: kim,
  anchor: { index: 3, offsetPx: 12 },
  readUpTo: [{ chatId: kim, index: 2 }],
  writing: null,
};
const offered: readonly SavedWatch[] = [
  { agentId: 'agent-of-before', mode: 'coach', scope: 'allChats', nickname: '' },
  { agentId: 'other-of-before', mode: 'monitor', scope: 'nextChat', nickname: '' },
];
const specOf = ({ agentId, mode, scope }: SavedWatch): unknown => ({ agentId, mode, scope });
let undo: (() => void) | null = null;

freezeTime(now);
afterEach(() => {
  undo?.();
  undo = null;
});

/** A window from its first moment, before the floor is here. */
async function begin(change: (bridge: FakeBridge) => void = () => undefined): Promise<FakeBridge> {
  const bridge = new FakeBridge({ snapshot: busyFloor(now), later: () => undefined });
  change(bridge);
  connectBridge(bridge);
  setActivePinia(createPinia());
  undo = connectStores();
  await flushPromises();
  return bridge;
}

const asked = (bridge: FakeBridge, name: string): unknown[] =>
  bridge.asked.filter((one) => one.name === name).map(({ request }) => request);

describe('a window that was loaded again', () => {
  it('goes on with the drafts, the chat, the place in it and what was read', async () => {
    const bridge = await begin((main) => {
      main.keptWork = { drafts: [whisper], revision: 0, view };
    });
    const chats = useChatsStore();
    expect(useSessionStore().isSignedIn).toBe(true);
    expect([chats.selectedId, chats.readMarks.get(kim)]).toEqual([kim, 2]);
    expect(useDraftsStore().textOf(place)).toBe('Offer a refund');
    expect(useDraftsStore().textOf({ ...place, mode: 'bargeIn', audience: 'everyone' })).toBe('');
    expect(useViewStore().takeAnchor('another')).toBeNull();
    expect(useViewStore().takeAnchor(kim)).toEqual(view.anchor);
    expect(useViewStore().takeAnchor(kim)).toBeNull();
    const order = bridge.asked.map(({ name }) => name);
    expect(order.indexOf('window.restore')).toBeLessThan(order.indexOf('floor.snapshot'));
  });

  it('opens no chat that is gone meanwhile', async () => {
    await begin((main) => {
      main.keptWork = { drafts: [], revision: 0, view: { ...view, chatId: 'gone' } };
    });
    expect(useChatsStore().selectedId).toBeNull();
  });

  it('comes up although nothing can be recalled', async () => {
    await begin((main) => main.failNext.set('window.restore', 'internal'));
    expect(useSessionStore().isSignedIn).toBe(true);
  });

  it('answers every heartbeat', async () => {
    const bridge = await begin();
    bridge.push('window.heartbeat', null);
    bridge.push('window.heartbeat', null);
    expect(asked(bridge, 'window.heartbeatAck')).toHaveLength(2);
  });
});

describe('what is typed', () => {
  it('reaches main letter by letter, so that a page that breaks takes none along', async () => {
    const bridge = await begin();
    for (const text of ['O', 'Of', 'Off']) {
      useDraftsStore().write({ ...whisper, text });
      expect(asked(bridge, 'drafts.save').at(-1)).toEqual({ ...whisper, text });
    }
  });

  it('is forgotten in the window when its supervisor signs out, and recalled for the next sign-in', async () => {
    const bridge = await begin();
    useDraftsStore().write(whisper);
    bridge.replace(emptySnapshot());
    await flushPromises();
    expect(useDraftsStore().textOf(place)).toBe('');
    bridge.keptWork = { drafts: [whisper], revision: 0, view: null };
    bridge.replace(busyFloor(now));
    await flushPromises();
    expect(useDraftsStore().textOf(place)).toBe('Offer a refund');
  });

  it('goes with a chat that is taken off the list', async () => {
    const bridge = await begin();
    useDraftsStore().write(whisper);
    bridge.tell({ type: 'chatRemoved', chatId: kim });
    await vi.advanceTimersByTimeAsync(100);
    expect(useDraftsStore().textOf(place)).toBe('');
  });
});

describe('what was read and asked for', () => {
  it('is forgotten when its supervisor signs out, and what was read is recalled for the next sign-in', async () => {
    const bridge = await begin();
    const chats = useChatsStore();
    chats.markRead(kim, 2);
    bridge.failNext.set('chats.intrude', 'command.notOffered');
    await chats.intrude({ agentId: 'agent', chatId: 'of-another', mode: 'coach' });
    expect([chats.requestedModes.size, usePendingCommandsStore().lastFailure?.error.code]).toEqual([
      1,
      'command.notOffered',
    ]);
    bridge.replace(emptySnapshot());
    await flushPromises();
    expect([chats.readMarks.size, chats.requestedModes.size]).toEqual([0, 0]);
    expect(usePendingCommandsStore().lastFailure).toBeNull();
    bridge.keptWork = { drafts: [], revision: 0, view };
    bridge.replace(busyFloor(now));
    await flushPromises();
    expect(chats.readMarks.get(kim)).toBe(2);
  });

  it('goes with a chat that is taken off the list', async () => {
    const bridge = await begin();
    const chats = useChatsStore();
    chats.markRead(kim, 2);
    await chats.intrude({ agentId: 'agent', chatId: kim, mode: 'coach' });
    bridge.tell({ type: 'chatRemoved', chatId: kim });
    await vi.advanceTimersByTimeAsync(100);
    expect([chats.readMarks.has(kim), chats.requestedModes.has(kim)]).toEqual([false, false]);
  });
});

describe('where somebody is', () => {
  it('is sent to main with every change, and restored by the main window', async () => {
    const { bridge } = mountOnFloor(MainWindow, { snapshot: busyFloor(now) });
    useChatsStore().select(kim);
    await flushPromises();
    await vi.advanceTimersByTimeAsync(400);
    expect(asked(bridge, 'window.saveView').at(-1)).toMatchObject({ page: 'chats', chatId: kim });
    bridge.push('shell.action', { type: 'openAgents' });
    await vi.advanceTimersByTimeAsync(400);
    expect(asked(bridge, 'window.saveView').at(-1)).toMatchObject({ page: 'agents', chatId: kim });
  });

  it('is sent at once when the page or chat changes, because the window may crash next', async () => {
    const { bridge } = mountOnFloor(MainWindow, { snapshot: busyFloor(now) });
    useChatsStore().select(kim);
    await flushPromises();
    bridge.push('shell.action', { type: 'openAgents' });
    await flushPromises();
    expect(asked(bridge, 'window.saveView').at(-1)).toMatchObject({ page: 'agents', chatId: kim });
  });
});

describe('watches from before', () => {
  async function open() {
    const floor = mountOnFloor(MainWindow, { snapshot: busyFloor(now) });
    floor.bridge.offeredWatches = offered;
    await useSavedWatchesStore().load();
    await flushPromises();
    const banner = () => floor.wrapper.find('[data-testid="resume-watches"]');
    const press = (name: string) =>
      banner()
        .findAll('button')
        .find((button) => button.text() === name)
        ?.trigger('click');
    return { ...floor, banner, press };
  }

  it('are requested again when accepted and confirmed, in the same mode and scope', async () => {
    const { bridge, banner, press, settle } = await open();
    expect(banner().text()).toContain('You were watching 2 agents. Resume?');
    expect(banner().text()).toContain('1 of them shows you to agents or customers.');
    await press('Resume watching');
    await flushPromises();
    expect(asked(bridge, 'agents.watch')).toEqual([]);
    useQuestionStore().question?.answer(true);
    await flushPromises();
    await settle();
    await flushPromises();
    await settle();
    await flushPromises();
    expect(asked(bridge, 'agents.watch')).toMatchObject(offered.map(specOf));
    expect([asked(bridge, 'watches.discardSaved').length, banner().exists()]).toEqual([1, false]);
  });

  it('are made again by themselves where that was chosen and nobody notices; the others go on being asked about', async () => {
    const { bridge, banner, settle } = await open();
    await useSettingsStore().change({ resumesWatches: 'always' });
    for (let round = 0; round < 3; round += 1) {
      await flushPromises();
      await settle();
    }
    const quiet = offered.filter(({ mode }) => mode === 'monitor');
    expect(asked(bridge, 'agents.watch')).toMatchObject(quiet.map(specOf));
    const done = useToastsStore().toasts.filter(({ tone }) => tone === 'done');
    expect(done).toMatchObject([{ key: 'watching.resumed', values: { n: 1 } }]);
    expect(banner().text()).toContain('1 of them shows you to agents or customers.');
    expect(useQuestionStore().question).toBeNull();
    expect(asked(bridge, 'watches.discardSaved')).toEqual([]);
  });

  it('are discarded when declined', async () => {
    const { bridge, banner, press } = await open();
    await press('Not now');
    await flushPromises();
    expect([
      asked(bridge, 'agents.watch').length,
      asked(bridge, 'watches.discardSaved').length,
      banner().exists(),
    ]).toEqual([0, 1, false]);
  });

  it('are not asked about when they are on', async () => {
    const { bridge, banner } = await open();
    bridge.tell({
      type: 'watchesChanged',
      watches: offered.map((watch) => ({ ...watch, media: ['chat'], state: 'active', since: now })),
    });
    await flushPromises();
    expect(banner().exists()).toBe(false);
  });
});
