import { useEventListener } from '@vueuse/core';
import { computed, nextTick, onMounted, shallowRef, watch } from 'vue';
import type { Ref } from 'vue';
import type { TranscriptEntry } from '../../../preload/contract';
import { afterScroll, atBottom } from '../../domain/transcript/scroll-position';
import { partFrom, type ShownPart } from '../../domain/transcript/shown-part';
import { countAfter } from '../../domain/transcript/unread';
import { scrollToEndSoon } from './scroll-to-ends';

/** The number of rows rendered while the transcript follows its end. */
const lastLines = 30;
const moreLines = 60;
const nearTopPx = 60;

/**
 * The rows of a tile: the last ones while it follows its end. After scrolling up, all from the first visible one on, so
 * that nothing above it moves, and more on further scrolling.
 */
export function useTileScroll(transcript: () => ShownPart, viewport: Readonly<Ref<HTMLElement | null>>) {
  const entries = (): readonly TranscriptEntry[] => transcript().entries;
  const place = shallowRef(atBottom);
  const isFollowing = computed(() => place.value.isFollowing);
  /** The first rendered entry after scrolling up. */
  const fromIndex = shallowRef<number | null>(null);
  const seenUpTo = shallowRef(entries().at(-1)?.index ?? -Infinity);

  const shown = computed(() => {
    const lastFrom = entries().at(-lastLines)?.index ?? null;
    return partFrom(transcript(), fromIndex.value ?? lastFrom);
  });
  const hasEarlier = computed(() => shown.value.entries.length < entries().length);
  const newCount = computed(() => (isFollowing.value ? 0 : countAfter(entries(), seenUpTo.value)));

  function toEnd(): void {
    const element = viewport.value;
    if (element === null) return;
    place.value = { ...place.value, isFollowing: true };
    fromIndex.value = null;
    scrollToEndSoon(element);
  }

  async function showEarlier(): Promise<void> {
    const element = viewport.value;
    const all = entries();
    const first = all.length - shown.value.entries.length;
    if (element === null || first <= 0) return;
    fromIndex.value = all[Math.max(0, first - moreLines)]?.index ?? null;
    const fromEnd = element.scrollHeight - element.scrollTop;
    await nextTick();
    // The line being read stays in place, whatever was added above it.
    element.scrollTop = element.scrollHeight - fromEnd;
    place.value = { ...place.value, top: element.scrollTop };
  }

  useEventListener(viewport, 'scroll', () => {
    const element = viewport.value;
    if (element === null) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    const before = place.value;
    place.value = afterScroll(before, { top: scrollTop, toEnd: scrollHeight - scrollTop - clientHeight });
    if (!place.value.isFollowing && before.isFollowing) fromIndex.value = shown.value.entries[0]?.index ?? null;
    if (place.value.isFollowing) fromIndex.value = null;
    else if (scrollTop < nearTopPx && hasEarlier.value) void showEarlier();
  });

  const lastIndex = computed(() => entries().at(-1)?.index ?? null);
  watch(
    [lastIndex, isFollowing],
    () => {
      if (!isFollowing.value) return;
      seenUpTo.value = lastIndex.value ?? -Infinity;
      toEnd();
    },
    { flush: 'post' },
  );
  onMounted(toEnd);

  return { shown, hasEarlier, isFollowing, newCount, lastIndex, toEnd };
}
