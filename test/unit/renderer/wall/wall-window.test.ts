import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import type { ChatAttention, Snapshot } from '../../../../preload/contract';
import { loadAllShells } from '../../../support/renderer/load-all-shells';
import WallWindow from '../../../../renderer/app/WallWindow.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { seedChat, seedTranscript } from '../../../support/renderer/seed-floor';

await loadAllShells();
const now = Date.UTC(2026, 10, 22, 21, 0);

function floorOf(urgentIds: string): Snapshot {
  const chats = Array.from('abcd').map((id, place) =>
    seedChat({
      id,
      customer: `Customer ${id.toUpperCase()}`,
      agent: 'Ana Ruiz',
      receivedAt: now - (60 - place) * 60_000,
    }),
  );
  const attention = Array.from(urgentIds).map((chatId, place): ChatAttention => ({
    chatId,
    reasons: [
      { rule: 'customerWaiting', severity: 'hot', since: now - 300_000, count: null, words: null, entryIndex: null },
    ],
    acknowledged: [],
    score: 100 - place,
    hasGap: false,
    unjoined: null,
  }));
  const transcripts = chats.map((chat) => seedTranscript(chat, [{ by: 'customer', after: 1, text: 'Hello' }]));
  return { ...busyFloor(now), chats, transcripts, attention };
}

/** The wall's own window with two tiles: `a` and `b` by hand. */
async function opened({ urgentIds = '' } = {}) {
  const mounted = mountOnFloor(WallWindow, { snapshot: floorOf(urgentIds) });
  const settings = useSettingsStore();
  const pinned = ['a', 'b'].map((chatId, place) => ({ chatId, place }));
  settings.settings = { ...settings.settings, wall: { tileCount: 2, fill: 'byHand', pinned } };
  mounted.bridge.settings = { ...mounted.bridge.settings, wall: settings.settings.wall };
  await flushPromises();
  const press = async (key: string, held: KeyboardEventInit = {}): Promise<void> => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }));
    await flushPromises();
    // What is chosen in the palette is done when the dialog has given the focus back, a task later.
    await new Promise((resolve) => setTimeout(resolve, 0));
    await flushPromises();
  };
  const type = async (text: string): Promise<void> => {
    const field = document.querySelector<HTMLInputElement>('[data-testid="palette"] input');
    if (field === null) throw new Error('the palette is open');
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await flushPromises();
  };
  const rows = (): (string | undefined)[] =>
    [...document.querySelectorAll<HTMLElement>('[role="option"]')].map((row) => row.dataset['item']);
  const row = (id: string) => document.querySelector(`[data-item="${id}"]`);
  const focused = () => document.activeElement?.getAttribute('data-chat') ?? null;
  return { ...mounted, press, type, rows, row, focused };
}

describe('the window of the wall', { timeout: 30_000 }, () => {
  it('goes to a tile from the palette, and does to it what its keys do', async () => {
    const { press, type, focused, asked, row } = await opened();
    await press('1');
    await press('k', { ctrlKey: true });
    await type('Customer B');
    await press('Enter');
    expect(focused()).toBe('b');
    await press('k', { ctrlKey: true });
    await type('open full chat');
    expect(row('action:wall.openInFull')?.getAttribute('aria-disabled')).toBeNull();
    await press('Enter');
    expect(asked('wall.openChat')).toEqual([{ chatId: 'b' }]);
    await press('k', { ctrlKey: true });
    await type('move tile up');
    await press('Enter');
    expect(useSettingsStore().settings.wall.pinned.toSorted((one, other) => one.place - other.place)).toEqual([
      { chatId: 'b', place: 0 },
      { chatId: 'a', place: 1 },
    ]);
  });

  it('asks of a chat without a tile whether it comes here or is opened in the main window', async () => {
    const { press, type, rows, asked } = await opened();
    await press('+');
    await press('k', { ctrlKey: true });
    await type('Customer C');
    await press('Enter');
    expect(rows()).toEqual(['chat:c:pin', 'chat:c:open']);
    await press('Enter');
    expect(useSettingsStore().settings.wall.pinned).toContainEqual({ chatId: 'c', place: 2 });
    await press('k', { ctrlKey: true });
    await type('Customer D');
    await press('Enter');
    await press('ArrowDown');
    await press('Enter');
    expect(asked('wall.openChat')).toEqual([{ chatId: 'd' }]);
  });

  it('says of what only the main window does that it is done there', async () => {
    const { press, type, row } = await opened();
    await press('k', { ctrlKey: true });
    await type('transfer');
    expect(row('action:chat.transfer')?.textContent).toContain('Only in the main window');
  });

  it('goes from one urgent tile to the next, round and round, and says where the others are', async () => {
    const { press, focused } = await opened({ urgentIds: 'cba' });
    await press('n');
    expect(focused()).toBe('b');
    await press('n');
    expect(focused()).toBe('a');
    await press('n');
    expect(focused()).toBe('b');
    useChatsStore().remove('a');
    useChatsStore().remove('b');
    await flushPromises();
    await press('n');
    expect(useToastsStore().toasts).toMatchObject([{ key: 'wall.urgentElsewhere' }]);
  });
});
