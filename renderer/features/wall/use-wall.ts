import { dequal } from 'dequal/lite';
import { useIntervalFn } from '@vueuse/core';
import { computed, onScopeDispose, shallowReactive, shallowRef, watch } from 'vue';
import type { Chat, Mode, WallSettings, WallSlots } from '../../../preload/contract';
import { groupOf } from '../../domain/lists/chat-state';
import { layoutWall, swapsBetween } from '../../domain/lists/wall-tiles';
import type { WallSwap } from '../../domain/lists/wall-tiles';
import { useAttentionStore } from '../../stores/attention.store';
import { useChatsStore } from '../../stores/chats.store';
import { useDraftsStore } from '../../stores/drafts.store';
import { usePendingCommandsStore } from '../../stores/pending-commands.store';
import { useWallStore } from '../../stores/wall.store';
import { isLockedTile } from './wall-held';

const settleEveryMs = 10_000;

/**
 * The slots of the wall. Empty slots are filled at once; other changes wait for the next reorder, every few seconds,
 * and are named until the one after. One timer serves all tiles.
 */
export function useWall(isHeldWhole: () => boolean) {
  const chats = useChatsStore();
  const attention = useAttentionStore();
  const drafts = useDraftsStore();
  const pendingCommands = usePendingCommandsStore();
  const wall = useWallStore();

  const swaps = shallowRef<readonly WallSwap[]>([]);
  const scrolledIds = shallowReactive(new Set<string>());
  const pointedId = shallowRef<string | null>(null);

  const isLive = (chat: Chat): boolean => groupOf(chat) === 'live';

  /** The most urgent first; among calm chats those on the wall, then the oldest. */
  function wanted(): string[] {
    const urgent = attention.order.map(({ chatId }) => chatId);
    const known = new Set(urgent);
    const shown = new Set(wall.places);
    const calm = [...chats.chats.values()].filter(({ id }) => !known.has(id));
    calm.sort((one, other) => Number(shown.has(other.id)) - Number(shown.has(one.id)) || compareAge(one, other));
    return [...urgent, ...calm.map(({ id }) => id)].filter((id) => {
      const chat = chats.chats.get(id);
      return chat !== undefined && isLive(chat);
    });
  }

  /** The locked tiles of this window: all of them while a tile is dragged. */
  const lockedIds = computed((): readonly string[] => {
    if (isHeldWhole()) return wall.places.filter((id) => id !== null);
    const attendedIds = new Set([...scrolledIds, pointedId.value, chats.selectedId].filter((id) => id !== null));
    return wall.places.filter((id) => {
      const chat = id === null ? undefined : chats.chats.get(id);
      if (id === null || chat === undefined) return false;
      const hasDraft = (mode: Mode): boolean => drafts.ofChat(id).some((draft) => draft.mode === mode);
      return isLockedTile({
        chat,
        attendedIds,
        hasDraft,
        hasPendingCommand: pendingCommands.pendingFor({ chatId: id }) !== undefined,
      });
    }) as string[];
  });

  const isListed = (id: string): boolean => {
    const state = chats.chats.get(id)?.state;
    return state !== undefined && state !== 'invited';
  };

  let settled: WallSlots = wall.places;

  function settle(reorder: boolean): void {
    const before = wall.places;
    const request = {
      shown: before,
      choices: wall.choices,
      wanted: wanted(),
      lockedIds: [...lockedIds.value, ...wall.heldElsewhere],
      isListed,
      reorder,
    };
    const after = layoutWall(request);
    if (reorder) swaps.value = swapsBetween(before, after);
    settled = after;
    wall.settle(after, lockedIds.value);
  }

  settle(wall.reorders || wall.places.length !== wall.choices.tileCount);
  swaps.value = [];
  useIntervalFn(() => {
    // Nothing moves while a tile is being dragged.
    if (!isHeldWhole()) settle(wall.reorders);
  }, settleEveryMs);
  watch(
    () => [...chats.chats.values()].map((chat) => `${chat.id} ${groupOf(chat)}`).join(),
    () => {
      settle(false);
    },
  );
  watch(
    () => wall.choices,
    (after: WallSettings, before: WallSettings) => {
      if (dequal(before, after)) return;
      settle(after.tileCount !== before.tileCount || after.fill !== before.fill);
      // The supervisor's own moves are not announced.
      swaps.value = [];
    },
  );

  watch(
    () => wall.places,
    (after, before) => {
      if (after === settled) return;
      const named = swapsBetween(before, after);
      settle(after.length !== wall.choices.tileCount);
      swaps.value = named;
    },
  );
  watch(lockedIds, () => {
    wall.settle(wall.places, lockedIds.value);
  });
  onScopeDispose(wall.leave);

  const liveCount = computed(() => [...chats.chats.values()].filter(isLive).length);
  const swapOf = (chatId: string): WallSwap | undefined => swaps.value.find(({ addedId }) => addedId === chatId);

  function scrolled(chatId: string, isReadingBack: boolean): void {
    if (isReadingBack) scrolledIds.add(chatId);
    else scrolledIds.delete(chatId);
  }

  return { swaps, swapOf, pointedId, scrolled, liveCount, wanted };
}

function compareAge(one: Chat, other: Chat): number {
  return one.firstSeenAt - other.firstSeenAt || (one.id < other.id ? -1 : 1);
}
