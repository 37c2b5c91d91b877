import { nextTick } from 'vue';
import type { Ref } from 'vue';
import { neighbourPlace } from '../../domain/wall-grid';
import type { Direction } from '../../domain/wall-grid';
import type { WallPlaces } from '../../domain/wall-tiles';
import { useChatsStore } from '../../stores/chats.store';
import { useWallStore } from '../../stores/wall.store';

export interface WallWalk {
  readonly room: Readonly<Ref<HTMLElement | null>>;
  readonly places: () => WallPlaces;
  readonly columns: () => number;
  /** -1: none. */
  readonly focusedPlace: () => number;
}

/** Going from tile to tile, and carrying one along. Being at a tile is having it selected and the keyboard on it. */
export function useWallWalk({ room, places, columns, focusedPlace }: WallWalk) {
  const chats = useChatsStore();
  const wall = useWallStore();

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
  /** Walks over free places to the next tile. */
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
  function placeBeside(direction: Direction): number {
    return neighbourPlace(focusedPlace(), inReadingOrder(direction), { columns: columns(), count: places().length });
  }
  function go(direction: Direction): void {
    if (focusedPlace() < 0) step(1);
    else void focus(placeBeside(direction));
  }
  function carry(direction: Direction): void {
    const id = chats.selectedId;
    if (id === null || focusedPlace() < 0) return;
    const to = placeBeside(direction);
    wall.move(id, { from: focusedPlace(), to });
  }

  return { focus, step, go, carry };
}
