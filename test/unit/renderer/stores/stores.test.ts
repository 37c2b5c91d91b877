import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { connectBridge } from '../../../../renderer/bridge/bridge';
import { startSnapshotSync } from '../../../../renderer/sync/snapshot-sync';
import { applyFloorChanges, replaceFloor } from '../../../../renderer/stores/apply-floor';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useDraftsStore } from '../../../../renderer/stores/drafts.store';
import { usePendingCommandsStore } from '../../../../renderer/stores/pending-commands.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { useSessionStore } from '../../../../renderer/stores/session.store';
import { useStepBackStore } from '../../../../renderer/stores/step-back.store';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { FakeBridge } from '../../../support/renderer/fake-bridge';

const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';
const okafor = '0001Da9PFC930011';

async function openFloor() {
  const due: (() => void)[] = [];
  const frames: (() => void)[] = [];
  const bridge = new FakeBridge({
    snapshot: busyFloor(now),
    later: (callback) => void due.push(callback),
    now: () => now,
  });
  connectBridge(bridge);
  startSnapshotSync({
    bridge,
    replace: replaceFloor,
    apply: applyFloorChanges,
    nextFrame: (callback) => {
      frames.push(callback);
      return () => undefined;
    },
    setTimer: () => () => undefined,
  });
  await flushPromises();
  const paint = (): void => frames.splice(0).forEach((callback) => callback());
  const notify = (): void => {
    due.splice(0).forEach((callback) => callback());
    paint();
  };
  return { bridge, paint, notify };
}

describe('the stores', () => {
  beforeEach(() => setActivePinia(createPinia()));

  it('turn a mode only when main says so, and show it under way until then', async () => {
    const { paint, notify } = await openFloor();
    const chats = useChatsStore();
    await chats.switchMode(kim, 'bargeIn');
    paint();
    expect(chats.chats.get(kim)?.mode).toBe('coach');
    expect(usePendingCommandsStore().pendingFor({ chatId: kim, kinds: ['bargeIn'] })).toMatchObject({
      phase: 'accepted',
    });
    notify();
    expect(chats.chats.get(kim)?.mode).toBe('bargeIn');
    expect(usePendingCommandsStore().pendingFor({ chatId: kim })).toBeUndefined();
    expect(chats.visibleToCustomers.map((chat) => chat.id)).toContain(kim);
  });

  it('make one request of a double click', async () => {
    const { bridge } = await openFloor();
    const chats = useChatsStore();
    const answers = await Promise.all([chats.switchMode(kim, 'monitor'), chats.switchMode(kim, 'monitor')]);
    expect(bridge.asked.filter((one) => one.name === 'chats.monitor')).toHaveLength(1);
    expect(answers[1]).toEqual({ ok: false, error: { code: 'command.alreadyPending' } });
  });

  it('say once why something failed, and keep nothing pending', async () => {
    const { bridge } = await openFloor();
    bridge.failNext.set('chats.coach', 'command.notOffered');
    await useChatsStore().switchMode(okafor, 'coach');
    expect(useToastsStore().toasts.map((notice) => notice.key)).toEqual(['error.command_notOffered']);
    expect(usePendingCommandsStore().pending.size).toBe(0);
    expect(usePendingCommandsStore().lastFailure?.error.code).toBe('command.notOffered');
  });

  it('leave the telling to the chat in view, whose control says it in place', async () => {
    const { bridge } = await openFloor();
    useChatsStore().select(okafor);
    bridge.failNext.set('chats.coach', 'command.notOffered');
    await useChatsStore().switchMode(okafor, 'coach');
    expect(useToastsStore().toasts).toEqual([]);
    expect(usePendingCommandsStore().lastFailure?.error.code).toBe('command.notOffered');
  });

  it("reports a refusal once, even if main's report arrives after the response", async () => {
    const { bridge } = await openFloor();
    bridge.failNext.set('chats.coach', 'command.refused');
    await useChatsStore().switchMode(okafor, 'coach', { showsErrorInline: () => true });
    const { requestId } = bridge.asked.at(-1)?.request as { requestId: string };
    const command = { requestId, kind: 'coach', chatId: okafor, agentId: null, phase: 'sending', since: 0 } as const;
    applyFloorChanges([
      { type: 'commandPending', command },
      { type: 'commandSettled', command, error: { code: 'command.refused' } },
    ]);
    expect([useToastsStore().toasts, usePendingCommandsStore().pending.size]).toEqual([[], 0]);
  });

  it('step back to silent in every chat in which the customer sees the supervisor', async () => {
    const { bridge, notify } = await openFloor();
    useStepBackStore().begin('customers');
    await flushPromises();
    notify();
    expect(bridge.asked.at(-1)).toEqual({ name: 'stepBack.begin', request: { scope: 'customers' } });
    expect(useStepBackStore().report).toMatchObject({ outcome: 'confirmed', items: [{ id: okafor }] });
    expect(useChatsStore().visibleToCustomers).toEqual([]);
  });

  it('count as unread what customer and agents wrote above the mark', async () => {
    await openFloor();
    const chats = useChatsStore();
    expect(chats.unreadOf(kim)).toBe(7);
    chats.markRead(kim, chats.transcripts.get(kim)?.entries.at(-2)?.index ?? 0);
    expect(chats.unreadOf(kim)).toBe(1);
    chats.markRead(kim, 1);
    expect(chats.unreadOf(kim)).toBe(1);
  });

  it('never find a whisper under other readers, whatever their names', () => {
    connectBridge(new FakeBridge());
    const drafts = useDraftsStore();
    const ana = { participantId: 'ana', kind: 'agent', nickname: 'Ana' } as const;
    const ben = { participantId: 'ben', kind: 'agent', nickname: 'Ben' } as const;
    const place = { chatId: kim, mode: 'bargeIn', audience: 'agents', readers: [ana, ben], sentAs: null } as const;
    drafts.write({ ...place, text: 'do not tell him' });
    expect(drafts.textOf({ ...place, audience: 'everyone' })).toBe('');
    expect(drafts.textOf({ ...place, mode: 'coach' })).toBe('');
    expect(drafts.textOf({ ...place, readers: [ana] })).toBe('');
    expect(drafts.textOf({ ...place, sentAs: 'r' })).toBe('');
    expect(drafts.textOf({ ...place, readers: [{ ...ben, nickname: 'Benedict' }, ana] })).toBe('do not tell him');
  });

  it('tell once that damaged settings were replaced', async () => {
    const { bridge } = await openFloor();
    bridge.facts = { ...bridge.facts, settingsProblem: 'restored' };
    await useSessionStore().load();
    bridge.facts = { ...bridge.facts, settingsProblem: null };
    await useSessionStore().load();
    expect(useToastsStore().toasts.map((notice) => notice.key)).toEqual(['settings.problem.restored']);
  });

  it('go back to what main keeps when a setting could not be saved', async () => {
    const { bridge } = await openFloor();
    const settings = useSettingsStore();
    await settings.load();
    bridge.failNext.set('settings.change', 'settings.notSaved');
    await settings.change({ theme: 'dark' });
    expect(settings.settings.theme).toBe('system');
    expect(useToastsStore().toasts[0]?.key).toBe('error.settings_notSaved');
  });
});
