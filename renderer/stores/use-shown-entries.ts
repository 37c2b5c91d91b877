import { computed, shallowRef, watch } from 'vue';
import { partFrom, positionOf, type ShownPart } from '../domain/transcript/shown-part';

export interface ShownEntriesOptions {
  readonly transcript: () => ShownPart;
  /** The reader is at the end, where new entries appear. */
  readonly isFollowing: () => boolean;
  /** Entries that are shown at the end. */
  readonly lastCount: number;
  /** Earlier entries that join at once. */
  readonly moreCount: number;
}

/**
 * The part of a transcript that has rows: the last entries while the reader is at the end. Further up, everything from the
 * first shown entry on, so that nothing moves, and earlier entries as the reader comes near them. Opening a chat and
 * receiving a message cost the same, however long it is.
 */
export function useShownEntries({ transcript, isFollowing, lastCount, moreCount }: ShownEntriesOptions) {
  /** Index of the first entry that is shown further up; `null` shows all. */
  const from = shallowRef(indexBeforeEnd(lastCount));
  const shown = computed(() => partFrom(transcript(), isFollowing() ? indexBeforeEnd(lastCount) : from.value));
  const hasEarlier = computed(() => shown.value.entries.length < transcript().entries.length);

  function indexBeforeEnd(count: number): number | null {
    const { entries } = transcript();
    return entries.length <= count ? null : (entries[entries.length - count]?.index ?? null);
  }

  // At the moment in which the reader leaves the end, so that the rows stay the same.
  watch(
    isFollowing,
    (isNow) => {
      if (!isNow) from.value = indexBeforeEnd(lastCount);
    },
    { flush: 'sync' },
  );

  /** Shows earlier entries; returns false if there are none. */
  function showEarlier(): boolean {
    if (!hasEarlier.value) return false;
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

  return { shown, hasEarlier, showEarlier, include, showAll };
}
