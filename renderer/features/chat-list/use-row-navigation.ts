import { nextTick, type Ref, type ShallowRef } from 'vue';

export interface RowWalkOptions {
  /** The ids of the rows from top to bottom. */
  readonly order: Readonly<Ref<readonly string[]>>;
  readonly focusedId: Readonly<Ref<string | null>>;
  readonly viewport: Readonly<ShallowRef<HTMLElement | null>>;
  readonly reveal: (id: string) => void;
}

/** Moves the focus from row to row, in the order on the screen. */
export function useRowNavigation({ order, focusedId, viewport, reveal }: RowWalkOptions) {
  function neighbour(id: string | null, step: number): string | undefined {
    const at = id === null ? -1 : order.value.indexOf(id);
    if (at < 0) return step > 0 ? order.value[0] : order.value.at(-1);
    return order.value[Math.min(order.value.length - 1, Math.max(0, at + step))];
  }

  async function focusRow(id: string): Promise<void> {
    reveal(id);
    await nextTick();
    viewport.value?.querySelector<HTMLElement>(`[data-chat="${CSS.escape(id)}"] [data-part="open"]`)?.focus();
  }

  async function focusBy(step: number): Promise<void> {
    const id = neighbour(focusedId.value, step);
    if (id !== undefined) await focusRow(id);
  }

  return { neighbour, focusRow, focusBy };
}
