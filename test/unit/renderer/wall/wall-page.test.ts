import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { ChatAttention, Snapshot, WallSettings } from '../../../../preload/contract';
import { loadAllShells } from '../../../support/renderer/load-all-shells';
import MainWindow from '../../../../renderer/app/MainWindow.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useDraftsStore } from '../../../../renderer/stores/drafts.store';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { seedChat, seedTranscript } from '../../../support/renderer/seed-floor';

await loadAllShells();
const now = Date.UTC(2026, 10, 22, 21, 0);

freezeTime(now);

/** Chats a to h, a the oldest; `coached` and so on name some of them. */
function floorOf({ coached = '', attention = [] as readonly ChatAttention[] } = {}): Snapshot {
  const chats = Array.from('abcdefgh').map((id, place) =>
    seedChat({
      id,
      customer: `Customer ${id.toUpperCase()}`,
      agent: `Agent ${id.toUpperCase()}`,
      mode: coached.includes(id) ? 'coach' : 'monitor',
      receivedAt: now - (60 - place) * 60_000,
    }),
  );
  const transcripts = chats.map((chat) =>
    seedTranscript(chat, [{ by: 'customer', after: 1, text: `Hello from ${chat.id}` }]),
  );
  return { ...busyFloor(now), chats, transcripts, attention };
}
const urgent = (chatId: string): ChatAttention => ({
  chatId,
  reasons: [
    { rule: 'customerWaiting', severity: 'hot', since: now - 300_000, count: null, words: null, entryIndex: null },
  ],
  acknowledged: [],
  score: 100,
  hasGap: false,
  unjoined: null,
});

async function open(snapshot: Snapshot, choices: Partial<WallSettings> = {}) {
  const floor = mountOnFloor(MainWindow, { snapshot });
  const settings = useSettingsStore();
  const wall: WallSettings = { tileCount: 4, fill: 'attention', pinned: [], ...choices };
  floor.bridge.settings = { ...floor.bridge.settings, wall };
  settings.settings = { ...settings.settings, wall };
  floor.bridge.on('settings.changed', (changed) => {
    settings.settings = changed;
  });
  const press = async (key: string, held: { ctrlKey?: boolean; shiftKey?: boolean } = {}): Promise<void> => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }));
    await flushPromises();
  };
  await press('3', { ctrlKey: true });
  const tiles = () => floor.wrapper.findAll('[data-testid="wall"] [data-tile]');
  const shown = () =>
    tiles()
      .map((tile) => tile.attributes('data-chat'))
      .join('');
  const tile = (id: string) => floor.wrapper.find(`[data-tile][data-chat="${id}"]`);
  const passSeconds = async (seconds: number): Promise<void> => {
    await vi.advanceTimersByTimeAsync(seconds * 1_000);
    await flushPromises();
  };
  return { ...floor, press, tiles, shown, tile, passSeconds };
}

describe('the wall', () => {
  it('shows the urgent first and then the oldest, each with its words and its mode', async () => {
    const { shown, tile } = await open(floorOf({ coached: 'b', attention: [urgent('g')] }));
    expect(shown()).toBe('gabc');
    expect(tile('b').attributes('data-mode')).toBe('coach');
    expect(tile('b').attributes('aria-label')).toContain('Coaching');
    expect(tile('g').text()).toContain('Hello from g');
    expect(tile('g').text()).toContain('Waiting 5:00');
  });

  it('lets an urgent chat in at a settlement and says in whose place, but never in the place of what is held', async () => {
    const { shown, tile, press, bridge, passSeconds } = await open(floorOf({ coached: 'b' }));
    expect(shown()).toBe('abcd');
    await press('1');
    useDraftsStore().write({ chatId: 'c', mode: 'coach', audience: 'agents', readers: [], sentAs: null, text: 'Hm' });
    bridge.tell({ type: 'attentionChanged', chatId: 'h', attention: urgent('h') });
    await flushPromises();
    expect(shown()).toBe('abcd');
    await passSeconds(11);
    expect(shown()).toBe('abch');
    expect(tile('h').text()).toContain('Replaced ');
    await passSeconds(11);
    expect(tile('h').text()).not.toContain('Replaced ');
  });

  it('lets no wait grow that nobody sees, and claims none across a gap', async () => {
    const { tile, bridge, passSeconds } = await open(floorOf());
    const waits = (id: string): string => tile(id).find('.clock').text();
    const before = waits('a');
    const connection = { phase: 'stale', reason: 'noAnswer', lastSuccessAt: now, nextAttemptAt: null } as const;
    bridge.tell({ type: 'connectionChanged', connection });
    await passSeconds(30);
    expect(waits('a')).toBe(before);
    const gap = { afterIndex: 90, beforeIndex: null, from: now, to: now };
    bridge.tell({ type: 'gapsChanged', chatId: 'a', gaps: [gap] });
    await flushPromises();
    expect(tile('a').find('.clock').exists()).toBe(false);
  });

  it('marks a wait from three minutes on', async () => {
    const floor = floorOf();
    const waited = (minutes: number) => {
      const chat = floor.chats[0]!;
      const after = (now - (chat.receivedAt ?? now)) / 60_000 - minutes;
      return seedTranscript(chat, [{ by: 'customer', after, text: 'Hello?' }]);
    };
    const { tile, passSeconds } = await open({ ...floor, transcripts: [waited(2)] });
    const clock = () => tile('a').get('.clock');
    await passSeconds(59);
    expect([clock().attributes('title'), clock().classes('hot')]).toEqual(['Customer waiting for 2:59', false]);
    await passSeconds(1);
    expect([clock().attributes('title'), clock().classes('hot')]).toEqual(['Customer waiting for 3:00', true]);
  });

  it('keeps a chat that is over, saying so, until its place is needed', async () => {
    const { shown, tile, bridge, passSeconds } = await open(floorOf());
    bridge.tell({
      type: 'chatChanged',
      chat: { ...bridge.chat('b'), state: 'finished', mode: null, allowedActions: [], endedAt: now },
    });
    await flushPromises();
    expect(shown()).toBe('abcd');
    expect(tile('b').text()).toContain('You’re no longer in this chat.');
    await passSeconds(11);
    expect(shown()).toBe('aecd');
  });

  it('goes to a tile by number, arrows and next, and changes the mode of that one alone', async () => {
    const { press, asked, settle } = await open(floorOf());
    await press('2');
    expect(useChatsStore().selectedId).toBe('b');
    await press('F6');
    await press('F6');
    await press('F6');
    expect(useChatsStore().selectedId).toBe('a');
    await press('c');
    expect(asked('chats.coach')).toMatchObject([{ chatId: 'a' }]);
    await settle();
    await flushPromises();
    await press('Escape');
    expect(asked('chats.monitor')).toMatchObject([{ chatId: 'a' }]);
  });

  it('has a composer in the focused tile only, and only where somebody reads', async () => {
    const { press, tile, wrapper } = await open(floorOf({ coached: 'bc' }));
    await press('1');
    expect(wrapper.findAll('[data-testid="composer"]')).toHaveLength(0);
    await press('2');
    expect(wrapper.findAll('[data-testid="composer"]')).toHaveLength(1);
    expect(tile('b').find('[data-testid="composer-audience"]').text()).toContain('Only Agent can read this');
  });

  it('pins a tile, carries it, and keeps it there', async () => {
    const { press, shown, bridge, passSeconds } = await open(floorOf());
    await press('1');
    await press('p');
    expect(bridge.settings.wall.pinned).toEqual([{ chatId: 'a', place: 0 }]);
    await press('ArrowDown', { shiftKey: true });
    expect(bridge.settings.wall.pinned).toEqual([{ chatId: 'a', place: 1 }]);
    expect(shown()).toBe('bacd');
    for (const id of 'efgh') bridge.tell({ type: 'attentionChanged', chatId: id, attention: urgent(id) });
    await flushPromises();
    useChatsStore().select(null);
    await passSeconds(11);
    expect(shown()[1]).toBe('a');
    expect(shown()).toBe('eafg');
  });

  it('keeps the keyboard on a tile that is carried, says where it is, and goes on from there', async () => {
    const { press, shown, wrapper } = await open(floorOf());
    await press('1');
    await press('ArrowDown', { shiftKey: true });
    await press('ArrowDown', { shiftKey: true });
    expect([shown(), document.activeElement?.getAttribute('data-chat')]).toEqual(['bcad', 'a']);
    expect(wrapper.get('[data-testid="wall"]').text()).toContain('Tile moved to position 3.');
  });

  it('lets a tile be dragged to another place by its head alone, and changes nothing when it is let go elsewhere', async () => {
    const { tile, shown, wrapper, bridge, passSeconds } = await open(floorOf());
    const place = (number: number) => wrapper.get(`[data-place="${String(number)}"]`);
    const carried = { dataTransfer: { setData: vi.fn(), setDragImage: vi.fn() } };
    const head = (id: string) => tile(id).get('[data-part="carry"]');
    await tile('a').get('[data-part="transcript"]').trigger('dragstart', carried);
    await place(3).trigger('drop', carried);
    expect(shown()).toBe('abcd');
    await head('a').trigger('dragstart', carried);
    await place(3).trigger('dragover', carried);
    expect([place(0).classes(), place(3).classes()]).toEqual([
      expect.arrayContaining(['dragged']),
      expect.arrayContaining(['target']),
    ]);
    await head('a').trigger('dragend', carried);
    expect([shown(), wrapper.find('.target').exists()]).toEqual(['abcd', false]);
    await head('a').trigger('dragstart', carried);
    bridge.tell({ type: 'attentionChanged', chatId: 'h', attention: urgent('h') });
    await passSeconds(11);
    expect(shown()).toBe('abcd');
    await place(3).trigger('drop', carried);
    await flushPromises();
    expect(shown()).toBe('dbca');
    expect(bridge.settings.wall.pinned).toEqual([{ chatId: 'a', place: 3 }]);
    expect(carried.dataTransfer.setData.mock.calls).toEqual(Array(2).fill(['application/x-sightline-tile', '']));
  });

  it('has more and fewer tiles by a key', async () => {
    const { press, bridge } = await open(floorOf());
    await press('+');
    expect(bridge.settings.wall.tileCount).toBe(6);
    for (let time = 0; time < 4; time += 1) await press('-');
    expect(bridge.settings.wall.tileCount).toBe(2);
  });

  it('goes on by hand with what is there', async () => {
    const { shown, bridge, wrapper, tiles } = await open(floorOf());
    const byHand = wrapper.findAll('[role="radio"]').find((radio) => radio.text() === 'Manually');
    await byHand?.trigger('click');
    await flushPromises();
    expect(bridge.settings.wall).toMatchObject({
      fill: 'byHand',
      pinned: Array.from('abcd').map((chatId, place) => ({ chatId, place })),
    });
    bridge.tell({ type: 'chatRemoved', chatId: 'c' });
    await flushPromises();
    expect([shown(), tiles().length]).toEqual(['abd', 3]);
    expect(wrapper.text()).toContain('Empty. Add a chat here');
  });

  it('opens the focused chat in full with Enter', async () => {
    const { press, wrapper } = await open(floorOf());
    await press('3');
    await press('Enter');
    expect([wrapper.find('[data-testid="wall"]').exists(), wrapper.find('main h1').text()]).toEqual([
      false,
      'Customer C',
    ]);
  });

  it('says what to do where there are no chats', async () => {
    const { wrapper } = await open({ ...floorOf(), chats: [], transcripts: [] });
    expect(wrapper.find('[data-testid="wall"]').text()).toContain('No chats yet');
  });
});
