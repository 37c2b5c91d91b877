import { onScopeDispose, shallowRef } from 'vue';
import type { WallSlots } from '../../../preload/contract';
import { useWallStore } from '../../stores/wall.store';

/** Carries no word of the chat: what is dragged out of the window says nothing to anybody. */
const kind = 'application/x-sightline-tile';

/** Carrying a tile to another place by its head. Escape, or letting go beside the wall, changes nothing. */
export function useWallDrag(places: () => WallSlots) {
  const wall = useWallStore();
  const draggedId = shallowRef<string | null>(null);
  /** The place it would go to. */
  const target = shallowRef<number | null>(null);

  function begin(event: DragEvent, chatId: string): void {
    // Words and links of a transcript may be dragged as well, and are no tile.
    if (event.dataTransfer === null || !(event.target instanceof HTMLElement)) return;
    if (event.target.dataset['part'] !== 'carry') return;
    event.dataTransfer.setData(kind, '');
    event.dataTransfer.effectAllowed = 'move';
    const tile = event.target.closest('[data-tile]');
    if (tile !== null) event.dataTransfer.setDragImage(tile, 24, 16);
    draggedId.value = chatId;
  }
  function over(event: DragEvent, place: number): void {
    if (draggedId.value === null) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'move';
    target.value = place;
  }
  function leave(event: DragEvent): void {
    const isInside =
      event.currentTarget instanceof Element &&
      event.relatedTarget instanceof Node &&
      event.currentTarget.contains(event.relatedTarget);
    if (!isInside) target.value = null;
  }
  function drop(event: DragEvent, place: number): void {
    const id = draggedId.value;
    end();
    if (id === null) return;
    event.preventDefault();
    const from = places().indexOf(id);
    if (from >= 0) wall.move(id, { from, to: place });
  }
  function end(): void {
    draggedId.value = null;
    target.value = null;
  }
  onScopeDispose(end);
  /** A tile that goes from the wall under the hand tells nobody that its drag is over. */
  const isDragging = (): boolean => draggedId.value !== null && places().includes(draggedId.value);

  return { draggedId, target, isDragging, begin, over, leave, drop, end };
}
