import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Done, Result, WallChoices, WallTileCount } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { movedPin, withoutPin, withPin } from '../domain/wall-tiles';
import type { WallPlaces } from '../domain/wall-tiles';
import { useNoticesStore } from './notices.store';
import { useSettingsStore } from './settings.store';

export const wallTileCounts: readonly WallTileCount[] = [2, 4, 6, 9, 12, 16, 24];

/** How the supervisor wants the wall: kept by main, the same in every window. */
export const useWallStore = defineStore('wall', () => {
  const settings = useSettingsStore();
  const choices = computed(() => settings.settings.wall);

  /** What stands where, as it was last settled in this window. */
  const places = shallowRef<WallPlaces>([]);

  function change(part: Partial<WallChoices>): void {
    void settings.change({ wall: { ...choices.value, ...part } });
  }

  function isPinned(chatId: string): boolean {
    return choices.value.pinned.some((pin) => pin.chatId === chatId);
  }

  /** Where it stands if it is on the wall, at the wished place, or at the first without a pin. */
  function pin(chatId: string, wishedPlace: number | null = null): void {
    const at = places.value.indexOf(chatId);
    const place = wishedPlace ?? (at >= 0 && at < choices.value.tileCount ? at : null);
    const pinned = withPin(choices.value, chatId, place);
    if (pinned === null) useNoticesStore().add({ tone: 'info', key: 'wall.full' });
    else change({ pinned });
  }

  function unpin(chatId: string): void {
    change({ pinned: withoutPin(choices.value, chatId) });
  }

  function togglePin(chatId: string): void {
    if (isPinned(chatId)) unpin(chatId);
    else pin(chatId);
  }

  function move(chatId: string, way: { from: number; to: number }): void {
    if (way.from !== way.to) change({ pinned: movedPin(choices.value, chatId, way) });
  }

  /** By hand begins with what is there, so that nothing vanishes by the choice. */
  function fillByHand(shown: readonly (string | null)[]): void {
    const pinned = shown.flatMap((chatId, place) => (chatId === null ? [] : [{ chatId, place }]));
    change({ fill: 'byHand', pinned });
  }

  async function told(asked: Promise<Result<Done>>): Promise<void> {
    const result = await asked;
    if (!result.ok) useNoticesStore().addProblem(result.error);
  }

  const openWindow = (): Promise<void> => told(currentBridge().invoke('wall.openWindow', null));
  const openChat = (chatId: string): Promise<void> => told(currentBridge().invoke('wall.openChat', { chatId }));

  return { choices, places, change, isPinned, pin, togglePin, move, fillByHand, openWindow, openChat };
});
