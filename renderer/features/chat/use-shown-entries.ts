import { computed, shallowRef, watch } from 'vue';
import type { Transcript } from '../../../preload/contract';
import { partFrom, positionOf } from '../../domain/transcript/shown-part';

/** Entries. More than a screen shows, so that a reader meets earlier ones before the top. */
const lastCount = 200;
const moreCount = 400;

/**
 * The part of a transcript that has rows: the last entries, and earlier ones as the reader comes near them. Opening a
 * chat and receiving a message cost the same, however long it is.
 */
export function useShownEntries(transcript: () => Transcript, isFollowing: () => boolean) {
  /** Index of the first shown entry; `null` shows all. */
  const from = shallowRef(indexBeforeEnd(lastCount));
  const shown = computed(() => partFrom(transcript(), from.value));

  function indexBeforeEnd(count: number): number | null {
    const { entries } = transcript();
    return entries.length <= count ? null : (entries[entries.length - count]?.index ?? null);
  }

  /** Shows earlier entries; returns false if there are none. */
  function showEarlier(): boolean {
    const { entries } = transcript();
    if (shown.value.entries.length === entries.length) return false;
    from.value = indexBeforeEnd(shown.value.entries.length + moreCount);
    return true;
  }

  /** Shows at least everything from this entry on, and some entries before it. */
  function include(index: number): void {
    const { entries } = transcript();
    const wanted = entries.length - positionOf(entries, index) + lastCount;
    if (wanted > shown.value.entries.length) from.value = indexBeforeEnd(wanted);
  }

  function showAll(): void {
    from.value = null;
  }

  // A reader at the end sees only the last entries, so the earlier ones need no rows any more.
  watch(
    () => shown.value.entries.length > lastCount + moreCount && isFollowing(),
    (isTooMany) => {
      if (isTooMany) from.value = indexBeforeEnd(lastCount);
    },
  );

  return { shown, showEarlier, include, showAll };
}
