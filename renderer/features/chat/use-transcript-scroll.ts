import { useVirtualizer } from '@tanstack/vue-virtual';
import { useEventListener, useResizeObserver } from '@vueuse/core';
import { computed, nextTick, onMounted, watch } from 'vue';
import type { ShallowRef } from 'vue';
import { afterScroll, bottomThresholdPx } from '../../domain/scroll-position';
import type { ScrollAnchor } from '../../../preload/contract';
import type { ScrollPosition } from '../../domain/scroll-position';
import type { TranscriptRow } from '../../domain/transcript-rows';

/** In frames. */
const stepsToRest = 20;
const mostSteps = 120;

export interface TranscriptScroll {
  readonly rows: () => readonly TranscriptRow[];
  readonly viewport: Readonly<ShallowRef<HTMLElement | null>>;
  /** Where the reader is; moved by scrolling only. */
  readonly place: ShallowRef<ScrollPosition>;
  /** Where to begin; `null` is the end. */
  readonly from: ScrollAnchor | null;
  /** Told where the reader is now, for a window that has to be made again. */
  readonly onRead: (anchor: ScrollAnchor | null) => void;
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
        scrollEndThreshold: bottomThresholdPx,
      };
    }),
  );

  let isPlacing = false;

  function toEnd(): void {
    isPlacing = false;
    place.value = { ...place.value, isFollowing: true };
    virtualizer.value.scrollToEnd();
  }

  function toKey(key: string): void {
    const index = rows().findIndex((row) => row.key === key);
    if (index >= 0) virtualizer.value.scrollToIndex(index, { align: 'start' });
  }

  /** A frame later, when the lines that came into sight are drawn. */
  let isTelling = false;
  function tellSoon(): void {
    if (isTelling) return;
    isTelling = true;
    requestAnimationFrame(() => {
      isTelling = false;
      if (!isPlacing && viewport.value !== null) onRead(place.value.isFollowing ? null : anchorNow());
    });
  }
  useEventListener(viewport, 'scroll', () => {
    const element = viewport.value;
    if (element === null) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    place.value = afterScroll(place.value, { top: scrollTop, toEnd: scrollHeight - scrollTop - clientHeight });
    tellSoon();
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
  /** How far the top of a drawn row lies above the top of what is in sight; `null` when it is not drawn. */
  function hiddenPxOf(index: number): number | null {
    const row = viewport.value?.querySelector(`[data-index="${String(index)}"]`);
    if (viewport.value === null || row === null || row === undefined) return null;
    return viewport.value.getBoundingClientRect().top - row.getBoundingClientRect().top;
  }

  /** The first line in sight that was said, since only those are there again after everything was read anew. */
  function anchorNow(): ScrollAnchor | null {
    const all = rows();
    for (const { index, size } of virtualizer.value.getVirtualItems()) {
      const row = all[index];
      const offsetPx = hiddenPxOf(index);
      if (row === undefined || !('entry' in row) || offsetPx === null || offsetPx >= size) continue;
      return { index: row.entry.index, offsetPx: Math.round(offsetPx) };
    }
    return null;
  }

  /**
   * Goes to where somebody read before. Heights are guessed until they are drawn, and drawn anew when a font comes, so it holds on to
   * the place until it has been the right one for a while, or the reader moves.
   */
  function goTo(anchor: ScrollAnchor): void {
    let steps = 0;
    let stepsInPlace = 0;
    isPlacing = true;
    place.value = { ...place.value, isFollowing: false };
    const step = (): void => {
      const element = viewport.value;
      if (element === null || !isPlacing) return;
      const index = rows().findIndex((row) => 'entry' in row && row.entry.index >= anchor.index);
      const start = virtualizer.value.measurementsCache[index]?.start ?? 0;
      const offsetPx = hiddenPxOf(index);
      const wanted = offsetPx === null ? start + anchor.offsetPx : element.scrollTop + anchor.offsetPx - offsetPx;
      const top = Math.max(0, Math.min(wanted, element.scrollHeight - element.clientHeight));
      const isInPlace = Math.abs(element.scrollTop - top) <= 1;
      if (!isInPlace) virtualizer.value.scrollToOffset(top);
      stepsInPlace = isInPlace ? stepsInPlace + 1 : 0;
      steps += 1;
      isPlacing = stepsInPlace < stepsToRest && steps < mostSteps;
      if (isPlacing) requestAnimationFrame(step);
    };
    step();
  }
  useEventListener(viewport, ['wheel', 'pointerdown', 'keydown', 'touchstart'], () => {
    isPlacing = false;
  });

  onMounted(async () => {
    await nextTick();
    if (from === null) toEnd();
    else goTo(from);
  });

  return { virtualizer, toEnd, toKey, goTo };
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
