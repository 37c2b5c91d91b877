import { useEventListener } from '@vueuse/core';
import { computed, nextTick, onMounted, shallowRef, watch } from 'vue';
import type { Ref } from 'vue';
import type { TranscriptEntry } from '../../../preload/contract';
import { afterScroll, atBottom } from '../../domain/transcript/scroll-position';
import type { ShownPart } from '../../domain/transcript/shown-part';
import { countAfter } from '../../domain/transcript/unread';
import { useShownEntries } from '../../stores/use-shown-entries';
import { scrollToEndSoon } from './scroll-to-ends';

/** The number of rows rendered while the transcript follows its end. */
const lastLines = 30;
const moreLines = 60;
const nearTopPx = 60;

/** Which entries of a tile are rendered, and whether it follows its end. */
export function useTileScroll(transcript: () => ShownPart, viewport: Readonly<Ref<HTMLElement | null>>) {
  const entries = (): readonly TranscriptEntry[] => transcript().entries;
  const place = shallowRef(atBottom);
  const isFollowing = computed(() => place.value.isFollowing);
  const seenUpTo = shallowRef(entries().at(-1)?.index ?? -Infinity);

  const part = useShownEntries({
    transcript,
    isFollowing: () => isFollowing.value,
    lastCount: lastLines,
    moreCount: moreLines,
  });
  const newCount = computed(() => (isFollowing.value ? 0 : countAfter(entries(), seenUpTo.value)));

  function toEnd(): void {
    const element = viewport.value;
    if (element === null) return;
    place.value = { ...place.value, isFollowing: true };
    scrollToEndSoon(element);
  }

  async function showEarlier(): Promise<void> {
    const element = viewport.value;
    if (element === null || !part.showEarlier()) return;
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
    place.value = afterScroll(place.value, { top: scrollTop, toEnd: scrollHeight - scrollTop - clientHeight });
    if (!place.value.isFollowing && scrollTop < nearTopPx) void showEarlier();
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

  return { shown: part.shown, hasEarlier: part.hasEarlier, isFollowing, newCount, lastIndex, toEnd };
}
