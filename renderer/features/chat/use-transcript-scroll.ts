import { useVirtualizer } from '@tanstack/vue-virtual';
import { useEventListener, useMutationObserver, useResizeObserver } from '@vueuse/core';
import { computed, nextTick, onMounted, watch } from 'vue';
import type { ShallowRef } from 'vue';
import { afterScroll, bottomThresholdPx } from '../../domain/transcript/scroll-position';
import type { ScrollAnchor } from '../../../preload/contract';
import type { ScrollPosition } from '../../domain/transcript/scroll-position';
import type { TranscriptRow } from '../../domain/transcript/transcript-rows';
import type { useShownEntries } from '../../stores/use-shown-entries';

/** Closer to the top than this, earlier entries get their rows. */
const nearTopPx = 1_200;
const paddingStart = 16;
/** In frames. */
const stepsToRest = 20;
const mostSteps = 120;

export interface TranscriptScroll {
  readonly rows: () => readonly TranscriptRow[];
  /** Which entries have rows. */
  readonly part: Pick<ReturnType<typeof useShownEntries>, 'showEarlier' | 'include' | 'showAll'>;
  readonly viewport: Readonly<ShallowRef<HTMLElement | null>>;
  /** The reader's scroll position; only scrolling changes it. */
  readonly place: ShallowRef<ScrollPosition>;
  /** The initial position; `null` is the end. */
  readonly from: ScrollAnchor | null;
  /** Called with the current position, so that it can be restored after a reload. */
  readonly onRead: (anchor: ScrollAnchor | null) => void;
}

/**
 * The scrolling of a transcript, anchored at its end: a reader at the end follows new entries. A reader who scrolled up
 * stays on the same line, whatever is added below or measured above.
 */
export function useTranscriptScroll({ rows, part, viewport, place, from, onRead }: TranscriptScroll) {
  /** The place by estimated heights. Without it, the list renders its top first, only to drop it at the first scroll. */
  function firstOffset(): number {
    const all = rows();
    const place = from === null ? all.length : all.findIndex((row) => 'entry' in row && row.entry.index >= from.index);
    const above = all.slice(0, Math.max(0, place)).reduce((px, row) => px + estimatedHeight(row), paddingStart);
    return from === null ? Math.max(0, above - window.innerHeight / 2) : above;
  }
  const virtualizer = useVirtualizer(
    computed(() => {
      const all = rows();
      return {
        initialOffset: firstOffset,
        initialRect: { width: 0, height: window.innerHeight / 2 },
        count: all.length,
        getScrollElement: () => viewport.value,
        getItemKey: (index: number) => all[index]?.key ?? index,
        estimateSize: (index: number) => estimatedHeight(all[index]),
        overscan: 6,
        paddingStart,
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

  /** To the first entry, which has no row until then. */
  function toStart(): void {
    isPlacing = false;
    place.value = { ...place.value, isFollowing: false };
    part.showAll();
    void nextTick(() => {
      virtualizer.value.scrollToIndex(0, { align: 'start' });
    });
  }

  function toKey(key: string): void {
    const index = rows().findIndex((row) => row.key === key);
    if (index >= 0) virtualizer.value.scrollToIndex(index, { align: 'start' });
  }

  /** A frame later, when the newly visible rows are rendered. */
  let isTelling = false;
  let lastAnchor: ScrollAnchor | null = from;
  function tellSoon(): void {
    if (isTelling) return;
    isTelling = true;
    requestAnimationFrame(() => {
      isTelling = false;
      // Nothing of a hidden page is laid out, so its rows have no place.
      if (isPlacing || viewport.value === null || isPageBlank()) return;
      lastAnchor = place.value.isFollowing ? null : anchorNow();
      onRead(lastAnchor);
    });
  }
  useEventListener(viewport, 'scroll', () => {
    const element = viewport.value;
    if (element === null) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    place.value = afterScroll(place.value, { top: scrollTop, toEnd: scrollHeight - scrollTop - clientHeight });
    if (!place.value.isFollowing && scrollTop < nearTopPx) showEarlier();
    tellSoon();
  });
  // Rows that are rendered or measured above the end must not push a following reader away from it.
  watch(
    () => virtualizer.value.getTotalSize(),
    () => {
      if (place.value.isFollowing) virtualizer.value.scrollToEnd();
    },
    { flush: 'post' },
  );
  // A growing composer reduces the height: a reader at the end stays there.
  useResizeObserver(viewport, () => {
    if (place.value.isFollowing) virtualizer.value.scrollToEnd();
  });
  /** Pixels from the top of the visible area up to the top of a rendered row; `null` if it is not rendered. */
  function hiddenPxOf(index: number): number | null {
    const row = viewport.value?.querySelector(`[data-index="${String(index)}"]`);
    if (viewport.value === null || row === null || row === undefined) return null;
    return viewport.value.getBoundingClientRect().top - row.getBoundingClientRect().top;
  }

  /** The first visible message: only messages exist again after a resync. */
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
   * Restores a scroll position. Heights are estimates until rendered and change when a font loads, so it corrects the
   * position until it is stable or the reader scrolls.
   */
  function goTo(anchor: ScrollAnchor): void {
    let steps = 0;
    let stepsInPlace = 0;
    isPlacing = true;
    place.value = { ...place.value, isFollowing: false };
    part.include(anchor.index);
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
  /**
   * The line that is read stays where it is. The list's own anchor does not hold it here: it scrolls before the new rows
   * have made the list higher, so the browser cuts the scroll short.
   */
  function showEarlier(): void {
    const anchor = anchorNow();
    if (!part.showEarlier() || anchor === null) return;
    void nextTick(() => {
      goTo(anchor);
    });
  }
  // Rows above are measured again when the page is laid out again.
  useMutationObserver(
    document.documentElement,
    () => {
      if (!isPageBlank() && !place.value.isFollowing && lastAnchor !== null) goTo(lastAnchor);
    },
    { attributeFilter: ['data-unseen'] },
  );
  useEventListener(viewport, ['wheel', 'pointerdown', 'keydown', 'touchstart'], () => {
    isPlacing = false;
  });

  onMounted(async () => {
    await nextTick();
    if (from === null) toEnd();
    else goTo(from);
  });

  return { virtualizer, toStart, toEnd, toKey, goTo };
}

/** See `app/follow-seen.ts`. */
function isPageBlank(): boolean {
  return document.documentElement.dataset['unseen'] !== undefined;
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
