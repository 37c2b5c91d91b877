import { nextTick, shallowRef } from 'vue';
import type { Ref } from 'vue';
import { neighbourSlot } from '../../domain/lists/wall-grid';
import type { Direction } from '../../domain/lists/wall-grid';
import type { WallSlots } from '../../../preload/contract';
import { useAttentionStore } from '../../stores/attention.store';
import { useChatsStore } from '../../stores/chats.store';
import { useToastsStore } from '../../stores/toasts.store';
import { useUnjoinedStore } from '../../stores/unjoined.store';
import { useWallStore } from '../../stores/wall.store';

export interface WallWalk {
  readonly room: Readonly<Ref<HTMLElement | null>>;
  readonly places: () => WallSlots;
  readonly columns: () => number;
  /** -1: none. */
  readonly focusedPlace: () => number;
}

/** Moves the focus between tiles and moves tiles between slots. A focused tile is also the selected chat. */
export function useWallNavigation({ room, places, columns, focusedPlace }: WallWalk) {
  const chats = useChatsStore();
  const wall = useWallStore();
  const attention = useAttentionStore();

  /** The last slot a tile was moved to. */
  const carried = shallowRef<number | null>(null);

  async function focus(place: number): Promise<void> {
    const id = places()[place] ?? null;
    if (id === null) return;
    chats.select(id);
    await nextTick();
    tileAt(place)?.focus();
  }
  function tileAt(place: number): HTMLElement | null {
    return room.value?.querySelector<HTMLElement>(`[data-place="${String(place)}"] [data-tile]`) ?? null;
  }
  /** Skips empty slots. */
  function step(by: 1 | -1): void {
    const all = places().flatMap((id, place) => (id === null ? [] : [place]));
    const at = all.indexOf(focusedPlace());
    const next = at < 0 ? (by > 0 ? all[0] : all.at(-1)) : all[(at + by + all.length) % all.length];
    if (next !== undefined) void focus(next);
  }
  function inReadingOrder(direction: Direction): Direction {
    const isRightToLeft = room.value !== null && getComputedStyle(room.value).direction === 'rtl';
    if (!isRightToLeft || direction === 'up' || direction === 'down') return direction;
    return direction === 'left' ? 'right' : 'left';
  }
  function adjacentSlot(direction: Direction): number {
    return neighbourSlot(focusedPlace(), inReadingOrder(direction), { columns: columns(), count: places().length });
  }
  function go(direction: Direction): void {
    if (focusedPlace() < 0) step(1);
    else void focus(adjacentSlot(direction));
  }
  async function carry(direction: Direction): Promise<void> {
    const id = chats.selectedId;
    const from = focusedPlace();
    if (id === null || from < 0) return;
    const to = adjacentSlot(direction);
    if (to === from) return;
    wall.move(id, { from, to });
    await nextTick();
    carried.value = to;
    // A tile that is moved in the DOM loses the focus.
    await focus(to);
  }

  /** Focuses the most urgent tile or, from one of them, the next one down, starting over after the last. */
  function goToUrgent(): void {
    const urgent = attention.openable.filter((id) => places().includes(id));
    const next = urgent[urgent.indexOf(chats.selectedId ?? '') + 1] ?? urgent[0];
    if (next !== undefined) void focus(places().indexOf(next));
    else if (attention.order.length > 0) useToastsStore().add({ tone: 'info', key: 'wall.urgentElsewhere' });
    else useToastsStore().add({ tone: 'info', ...useUnjoinedStore().noneNeedsAttention() });
  }

  return { focus, step, go, carry, carried, goToUrgent };
}
