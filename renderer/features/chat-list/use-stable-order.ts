import { useIntervalFn } from '@vueuse/core';
import { shallowRef, watch } from 'vue';
import type { OrderedChat } from '../../domain/lists/chat-order';
import { movedIds, stabiliseOrder } from '../../domain/lists/stabilise-order';

const settleEveryMs = 5_000;
const movedShownMs = 3_000;

/**
 * The stable order of the list. Chats appear and disappear at once. Rank changes wait for the next reorder, and locked
 * rows until they are released. `moved` names the chats that moved last.
 */
export function useStableOrder(wanted: () => readonly OrderedChat[], lockedIds: () => readonly string[]) {
  const shown = shallowRef<readonly OrderedChat[]>(wanted());
  const moved = shallowRef<ReadonlyMap<string, 'up' | 'down'>>(new Map());
  let forgetMoved: ReturnType<typeof setTimeout> | null = null;

  function settle(reorder: boolean): void {
    const before = shown.value;
    const after = stabiliseOrder({ shown: before, wanted: wanted(), lockedIds: lockedIds(), reorder });
    if (isSameOrder(before, after)) return;
    shown.value = after;
    const movers = movedIds(before, after);
    // Between reorders, only ended chats and the neighbours of locked rows move; they are named as well.
    if (!reorder && movers.size === 0) return;
    moved.value = movers;
    if (forgetMoved !== null) clearTimeout(forgetMoved);
    forgetMoved = setTimeout(() => {
      moved.value = new Map();
    }, movedShownMs);
  }

  watch(wanted, () => {
    settle(false);
  });
  useIntervalFn(() => {
    settle(true);
  }, settleEveryMs);

  /** Applies the target order at once: after a new filter, nothing on the screen is as before. */
  function settleNow(): void {
    shown.value = wanted();
    moved.value = new Map();
  }

  return { shown, moved, settleNow };
}

function isSameOrder(one: readonly OrderedChat[], other: readonly OrderedChat[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ id, group }, place) => other[place]?.id === id && other[place].group === group)
  );
}
