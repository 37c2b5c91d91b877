import { onScopeDispose, shallowRef } from 'vue';
import type { WallSlots } from '../../../preload/contract';
import { useWallStore } from '../../stores/wall.store';

/** Contains nothing of the chat, so that a drop outside the window reveals nothing. */
const kind = 'application/x-sightline-tile';

/** Drags a tile by its header to another slot. Escape, or a drop outside the wall, changes nothing. */
export function useWallDrag(places: () => WallSlots) {
  const wall = useWallStore();
  const draggedId = shallowRef<string | null>(null);
  /** The slot under the pointer. */
  const target = shallowRef<number | null>(null);

  function begin(event: DragEvent, chatId: string): void {
    // Text and links of a transcript can be dragged too; they are not tiles.
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
  /** A tile that is removed during its drag gets no `dragend` event. */
  const isDragging = (): boolean => draggedId.value !== null && places().includes(draggedId.value);

  return { draggedId, target, isDragging, begin, over, leave, drop, end };
}
