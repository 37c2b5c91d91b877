import { defaultRangeExtractor, useVirtualizer } from '@tanstack/vue-virtual';
import { computed, nextTick, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import type { Density } from '../../../preload/contract';
import { heightOf, type ListItem } from './list-items';

export interface VirtualRowsOptions {
  readonly items: ComputedRef<readonly ListItem[]>;
  readonly viewport: Readonly<ShallowRef<HTMLElement | null>>;
  readonly density: () => Density;
  /** The pointer's row first. */
  readonly lockedIds: () => readonly string[];
}

/** Renders only the visible rows, all of one height, and keeps the locked row at its position on the screen. */
export function useVirtualRows({ items, viewport, density, lockedIds }: VirtualRowsOptions) {
  const heightAt = (all: readonly ListItem[], index: number): number => {
    const item = all[index];
    return item === undefined ? 0 : heightOf(item, density());
  };
  const virtualizer = useVirtualizer(
    computed(() => {
      const all = items.value;
      return {
        count: all.length,
        getScrollElement: () => viewport.value,
        getItemKey: (index: number) => all[index]?.key ?? index,
        estimateSize: (index: number) => heightAt(all, index),
        overscan: 6,
        // A locked row is always rendered: an element that is removed for a moment loses the focus.
        rangeExtractor: (range) => {
          const held = lockedIds().map((id) => all.findIndex(({ key }) => key === id));
          const drawn = new Set([...defaultRangeExtractor(range), ...held.filter((index) => index >= 0)]);
          return [...drawn].toSorted((one, other) => one - other);
        },
      };
    }),
  );
  // Sizes are cached by row.
  watch(density, () => {
    virtualizer.value.measure();
  });

  function topOf(all: readonly ListItem[], key: string): number | null {
    const index = all.findIndex((item) => item.key === key);
    if (index < 0) return null;
    return all.slice(0, index).reduce((top, item) => top + heightOf(item, density()), 0);
  }
  /** True while the scroll position is corrected: animated rows would move the locked one away and back. */
  const isStill = shallowRef(false);
  // The scroll position compensates for changes above the pointer, so that the row under it stays there.
  watch(items, (after, before) => {
    const key = lockedIds()[0];
    const element = viewport.value;
    if (key === undefined || element === null) return;
    const from = topOf(before, key);
    const to = topOf(after, key);
    if (from === null || to === null || from === to) return;
    isStill.value = true;
    void nextTick(() => {
      element.scrollTop += to - from;
      isStill.value = false;
    });
  });

  const rows = computed(() =>
    virtualizer.value.getVirtualItems().flatMap((row) => {
      const item = items.value[row.index];
      return item === undefined ? [] : [{ row, item }];
    }),
  );

  function reveal(id: string): void {
    const index = items.value.findIndex((item) => item.key === id);
    if (index >= 0) virtualizer.value.scrollToIndex(index, { align: 'auto' });
  }

  return { rows, reveal, isStill, totalSize: computed(() => virtualizer.value.getTotalSize()) };
}
