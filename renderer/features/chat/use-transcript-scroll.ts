import { useVirtualizer } from '@tanstack/vue-virtual';
import { useEventListener, useResizeObserver } from '@vueuse/core';
import { computed, nextTick, onMounted, watch } from 'vue';
import type { ShallowRef } from 'vue';
import { afterScroll, endWithinPx } from '../../domain/reading-place';
import type { ReadingAnchor } from '../../../preload/contract';
import type { ReadingPlace } from '../../domain/reading-place';
import type { TranscriptRow } from '../../domain/transcript-rows';

const stepsToPlace = 12;

export interface TranscriptScroll {
  readonly rows: () => readonly TranscriptRow[];
  readonly viewport: Readonly<ShallowRef<HTMLElement | null>>;
  /** Where the reader is; moved by scrolling only. */
  readonly place: ShallowRef<ReadingPlace>;
  /** Where to begin; `null` is the end. */
  readonly from: ReadingAnchor | null;
  /** Told where the reader is now, for a window that has to be made again. */
  readonly onRead: (anchor: ReadingAnchor | null) => void;
}

/**
 * The transcript's window onto its rows. The list is anchored at its end: who is there is carried along, who scrolled up
 * stays on the very line he reads, whatever is added below or measured above.
 */
export function useTranscriptScroll({ rows, viewport, place, from, onRead }: TranscriptScroll) {
  const virtualizer = useVirtualizer(
    computed(() => {
      const all = rows();
      return {
        count: all.length,
        getScrollElement: () => viewport.value,
        getItemKey: (index: number) => all[index]?.key ?? index,
        estimateSize: (index: number) => estimatedHeight(all[index]),
        overscan: 12,
        paddingStart: 16,
        paddingEnd: 8,
        anchorTo: 'end' as const,
        followOnAppend: true,
        scrollEndThreshold: endWithinPx,
      };
    }),
  );

  function toEnd(): void {
    place.value = { ...place.value, isFollowing: true };
    virtualizer.value.scrollToEnd();
  }

  function toKey(key: string): void {
    const index = rows().findIndex((row) => row.key === key);
    if (index >= 0) virtualizer.value.scrollToIndex(index, { align: 'start' });
  }

  useEventListener(viewport, 'scroll', () => {
    const element = viewport.value;
    if (element === null) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    place.value = afterScroll(place.value, { top: scrollTop, toEnd: scrollHeight - scrollTop - clientHeight });
    onRead(place.value.isFollowing ? null : anchorAt(scrollTop));
  });
  // What is drawn or measured anew above the end (a gap, a line, a tall message) must not push a follower away from it.
  watch(
    () => virtualizer.value.getTotalSize(),
    () => {
      if (place.value.isFollowing) virtualizer.value.scrollToEnd();
    },
    { flush: 'post' },
  );
  // A growing composer takes height away from below: whoever is at the end stays there.
  useResizeObserver(viewport, () => {
    if (place.value.isFollowing) virtualizer.value.scrollToEnd();
  });
  /** The first line in sight that was said, since only those are there again after everything was read anew. */
  function anchorAt(top: number): ReadingAnchor | null {
    const all = rows();
    for (const item of virtualizer.value.getVirtualItems()) {
      const row = all[item.index];
      if (item.end <= top || row === undefined || !('entry' in row)) continue;
      return { index: row.entry.index, hiddenPx: Math.round(top - item.start) };
    }
    return null;
  }

  /** Heights are guessed until they are drawn, so the way there takes some steps. */
  function goTo(anchor: ReadingAnchor, stepsLeft: number): void {
    const index = rows().findIndex((row) => 'entry' in row && row.entry.index >= anchor.index);
    const element = viewport.value;
    const measured = virtualizer.value.measurementsCache[index];
    if (element === null) return;
    if (measured === undefined) {
      toEnd();
      return;
    }
    const top = measured.start + anchor.hiddenPx;
    if (Math.abs(element.scrollTop - top) > 1) virtualizer.value.scrollToOffset(top);
    if (stepsLeft > 0) {
      requestAnimationFrame(() => {
        goTo(anchor, stepsLeft - 1);
      });
    }
  }

  onMounted(async () => {
    await nextTick();
    if (from === null) toEnd();
    else goTo(from, stepsToPlace);
  });

  return { virtualizer, toEnd, toKey };
}

function estimatedHeight(row: TranscriptRow | undefined): number {
  if (row === undefined) return 0;
  switch (row.type) {
    case 'message':
      return 24 + 20 * Math.min(40, Math.ceil(row.entry.text.length / 64)) + (row.isFirstOfGroup ? 24 : 0);
    case 'gap':
      return 46;
    case 'day':
    case 'unread':
    case 'event':
      return 34;
  }
}
