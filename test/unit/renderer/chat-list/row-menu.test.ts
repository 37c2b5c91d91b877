import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import ChatList from '../../../../renderer/features/chat-list/ChatList.vue';
import { useAttentionStore } from '../../../../renderer/stores/attention.store';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { useSetAsideStore } from '../../../../renderer/stores/set-aside.store';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { useWallStore } from '../../../../renderer/stores/wall.store';
import { attentiveFloor } from '../../../support/renderer/attentive-floor';
import { freezeTime, giveLayout, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';
const orphan = '0001Da9PFC9300ZZ';

freezeTime(now);
giveLayout(900);

async function open() {
  const floor = mountOnFloor(ChatList, { snapshot: attentiveFloor(now), now: () => now });
  const turn = (): Promise<unknown> => vi.advanceTimersByTimeAsync(50);
  await turn();
  const menuOn = async (id: string): Promise<void> => {
    await floor.wrapper
      .get(`[data-chat="${id}"] [data-part="open"]`)
      .trigger('contextmenu', { clientX: 40, clientY: 40 });
    await flushPromises();
  };
  const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const choose = async (words: string): Promise<void> => {
    const item = items().find(({ textContent }) => textContent.trim() === words);
    if (item === undefined) throw new Error(`the menu offers ${words}`);
    item.click();
    await flushPromises();
  };
  return { ...floor, menuOn, items, choose, turn };
}

describe('the menu of a row', { timeout: 20_000 }, () => {
  it('pins the chat to the wall without opening it, says so, and takes it back', async () => {
    const { menuOn, choose } = await open();
    await menuOn(kim);
    expect(document.querySelector('[role="menu"]')?.textContent).toContain('Kim Delacroix');
    await choose('Pin to wall');
    expect(useWallStore().choices.pinned).toEqual([{ chatId: kim, place: 0 }]);
    expect(useChatsStore().selectedId).toBeNull();
    const [toast] = useToastsStore().toasts;
    expect(toast).toMatchObject({ tone: 'done', key: 'wall.pinned' });
    toast?.undo?.();
    expect(useWallStore().choices.pinned).toEqual([]);
  });

  it('offers to unpin what is pinned, and puts it back at its place', async () => {
    const { menuOn, choose } = await open();
    useWallStore().pin(kim, 3);
    await menuOn(kim);
    await choose('Unpin from wall');
    expect(useWallStore().choices.pinned).toEqual([]);
    useToastsStore().toasts[0]?.undo?.();
    expect(useWallStore().choices.pinned).toEqual([{ chatId: kim, place: 3 }]);
  });

  it('mutes a chat, which goes to a group of its own, asks for nobody there, and comes back by the way back', async () => {
    const { wrapper, menuOn, choose, turn } = await open();
    const groupOf = () => wrapper.get(`[data-chat="${kim}"]`).attributes('data-group');
    expect(groupOf()).toBe('needsYou');
    expect(useAttentionStore().openable).toContain(kim);
    await menuOn(kim);
    await choose('Mute');
    await turn();
    expect(groupOf()).toBe('aside');
    expect(useSettingsStore().settings.setAside).toMatchObject([{ chatId: kim, until: 'broughtBack' }]);
    expect(useAttentionStore().openable).not.toContain(kim);
    expect(wrapper.text()).toContain('Snoozed and muted');
    useToastsStore().toasts[0]?.undo?.();
    await turn();
    expect(groupOf()).not.toBe('aside');
    expect(useAttentionStore().openable).toContain(kim);
  });

  it('snoozes a chat until somebody says something new in it', async () => {
    const { menuOn, choose, turn } = await open();
    await menuOn(kim);
    await choose('Snooze until something new');
    const aside = useSetAsideStore();
    await turn();
    expect(aside.byChat.has(kim)).toBe(true);
    const transcript = useChatsStore().transcripts.get(kim);
    const last = transcript?.entries.at(-1);
    if (transcript === undefined || last === undefined) throw new Error('something was said');
    useChatsStore().transcripts.set(kim, {
      ...transcript,
      entries: [...transcript.entries, { ...last, index: last.index + 1, text: 'Hello?' }],
    });
    expect(aside.byChat.has(kim)).toBe(false);
  });

  it('is not there where there is no chat yet', async () => {
    const { menuOn, items } = await open();
    await menuOn(orphan);
    expect(items()).toEqual([]);
  });
});
