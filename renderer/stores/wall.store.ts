import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Done, Result, WallSettings, WallTileCount } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { quotedUnlessPlain } from '../domain/text/shown-name';
import { movedPin, withoutPin, withPin } from '../domain/lists/wall-tiles';
import { useChatsStore } from './chats.store';
import { useToastsStore } from './toasts.store';
import { useSettingsStore } from './settings.store';
import { createWallSharing } from './wall-sharing';

export const wallTileCounts: readonly WallTileCount[] = [2, 4, 6, 9, 12, 16, 24];

/** The wall settings: stored by main and the same in every window. */
export const useWallStore = defineStore('wall', () => {
  const settings = useSettingsStore();
  const choices = computed(() => settings.settings.wall);

  const sharing = createWallSharing({
    propose: (proposal) => currentBridge().invoke('wall.settle', proposal),
    leave: () => currentBridge().invoke('wall.leave', null),
  });
  /** The slots and their chats, in every window. */
  const { places, heldElsewhere, reorders, applyRemote, settle, leave } = sharing;
  /** The chat whose tile should take the focus. */
  const pointed = shallowRef<{ readonly chatId: string } | null>(null);

  function change(part: Partial<WallSettings>): void {
    void settings.change({ wall: { ...choices.value, ...part } });
  }

  function isPinned(chatId: string): boolean {
    return choices.value.pinned.some((pin) => pin.chatId === chatId);
  }

  /** Pins the chat at the given slot, at its current slot, or at the first slot without a pin. */
  function pin(chatId: string, requestedSlot: number | null = null): void {
    const at = places.value.indexOf(chatId);
    const place = requestedSlot ?? (at >= 0 && at < choices.value.tileCount ? at : null);
    const pinned = withPin(choices.value, chatId, place);
    if (pinned === null) useToastsStore().add({ tone: 'info', key: 'wall.full' });
    else change({ pinned });
  }

  /** Changes to the next larger or smaller number of tiles; `null` at the limit. */
  function nextCount(by: 1 | -1): WallTileCount | null {
    return wallTileCounts[wallTileCounts.indexOf(choices.value.tileCount) + by] ?? null;
  }

  function unpin(chatId: string): void {
    change({ pinned: withoutPin(choices.value, chatId) });
  }

  function togglePin(chatId: string): void {
    if (isPinned(chatId)) unpin(chatId);
    else pin(chatId);
  }

  /** For places where the wall is not visible: shows a toast with an undo. */
  function togglePinAndTell(chatId: string): void {
    const before = choices.value.pinned.find((pin) => pin.chatId === chatId);
    const customer = quotedUnlessPlain(useChatsStore().chats.get(chatId)?.customerName, 'customer');
    togglePin(chatId);
    // If every slot is pinned, the toast said so instead.
    if (before === undefined && !isPinned(chatId)) return;
    useToastsStore().add({
      tone: 'done',
      key: `wall.${before === undefined ? 'pinned' : 'unpinned'}${customer === '' ? 'Unnamed' : ''}`,
      values: { name: customer },
      undo: () => {
        if (before === undefined) unpin(chatId);
        else pin(chatId, choices.value.pinned.some(({ place }) => place === before.place) ? null : before.place);
      },
    });
  }

  function move(chatId: string, way: { from: number; to: number }): void {
    if (way.from !== way.to) change({ pinned: movedPin(choices.value, chatId, way) });
  }

  /** Manual mode starts with the current tiles, so that nothing disappears. */
  function fillBy(fill: WallSettings['fill']): void {
    if (fill === 'attention') {
      change({ fill });
      return;
    }
    const pinned = places.value.flatMap((chatId, place) => (chatId === null ? [] : [{ chatId, place }]));
    change({ fill, pinned });
  }

  async function showError(pending: Promise<Result<Done>>): Promise<void> {
    const result = await pending;
    if (!result.ok) useToastsStore().addProblem(result.error);
  }

  /** Applies the layout of the other windows. */
  async function load(): Promise<void> {
    const result = await currentBridge().invoke('wall.read', null);
    if (result.ok) applyRemote(result.value);
  }

  const openWindow = (): Promise<void> => showError(currentBridge().invoke('wall.openWindow', null));
  const openChat = (chatId: string): Promise<void> => showError(currentBridge().invoke('wall.openChat', { chatId }));

  return {
    choices,
    places,
    heldElsewhere,
    reorders,
    applyRemote,
    settle,
    load,
    leave,
    pointed,
    change,
    nextCount,
    isPinned,
    pin,
    togglePin,
    togglePinAndTell,
    move,
    fillBy,
    openWindow,
    openChat,
  };
});
