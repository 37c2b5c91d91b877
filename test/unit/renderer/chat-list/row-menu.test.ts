import { flushPromises, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import ChatList from '../../../../renderer/features/chat-list/ChatList.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useNoticesStore } from '../../../../renderer/stores/notices.store';
import { useWallStore } from '../../../../renderer/stores/wall.store';
import { attentiveFloor } from '../../../support/renderer/attentive-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';
const orphan = '0001Da9PFC9300ZZ';
let mounted: VueWrapper | null = null;

beforeEach(() => {
  // Without a layout every element is 0 px high, and a virtual list shows nothing.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900);
});
afterEach(() => {
  mounted?.unmount();
  mounted = null;
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

async function open() {
  const floor = mountOnFloor(ChatList, { snapshot: attentiveFloor(now), now: () => now });
  mounted = floor.wrapper;
  await vi.waitFor(() => floor.wrapper.get(`[data-chat="${kim}"]`));
  const menuOn = async (id: string): Promise<void> => {
    await floor.wrapper
      .get(`[data-chat="${id}"] [data-part="open"]`)
      .trigger('contextmenu', { clientX: 40, clientY: 40 });
    await flushPromises();
  };
  const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const choose = async (words: string): Promise<void> => {
    const item = items().find(({ textContent }) => textContent.trim() === words);
    if (item === undefined)
      throw new Error(
        `the menu has: ${items()
          .map(({ textContent }) => textContent)
          .join()}`,
      );
    item.click();
    await flushPromises();
  };
  return { ...floor, menuOn, items, choose };
}

describe('the menu of a row', { timeout: 20_000 }, () => {
  it('pins the chat to the wall without opening it, says so, and takes it back', async () => {
    const { menuOn, choose } = await open();
    await menuOn(kim);
    expect(document.querySelector('[role="menu"]')?.textContent).toContain('Kim Delacroix');
    await choose('Pin to the wall');
    expect(useWallStore().choices.pinned).toEqual([{ chatId: kim, place: 0 }]);
    expect(useChatsStore().selectedId).toBeNull();
    const [told] = useNoticesStore().notices;
    expect(told).toMatchObject({ tone: 'done', key: 'wall.pinned' });
    told?.undo?.();
    expect(useWallStore().choices.pinned).toEqual([]);
  });

  it('offers to unpin what is pinned, and puts it back at its place', async () => {
    const { menuOn, choose } = await open();
    useWallStore().pin(kim, 3);
    await menuOn(kim);
    await choose('Unpin from the wall');
    expect(useWallStore().choices.pinned).toEqual([]);
    useNoticesStore().notices[0]?.undo?.();
    expect(useWallStore().choices.pinned).toEqual([{ chatId: kim, place: 3 }]);
  });

  it('is not there where there is no chat yet', async () => {
    const { menuOn, items } = await open();
    await menuOn(orphan);
    expect(items()).toEqual([]);
  });
});
