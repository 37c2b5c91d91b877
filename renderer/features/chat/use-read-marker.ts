import { useDocumentVisibility } from '@vueuse/core';
import { computed, shallowRef, watch } from 'vue';
import type { Transcript, TranscriptEntry } from '../../../preload/contract';
import { countAfter, firstUnread, countsAsUnread } from '../../domain/transcript/unread';
import { useChatsStore } from '../../stores/chats.store';

/**
 * Tracks what of a transcript was read, how much is new, and where the "new" line is. An entry is read when it was
 * visible at the end of a focused window. The line stays until the reader leaves and a new entry arrives.
 */
export function useReadMarker(transcript: () => Transcript, isFollowing: () => boolean) {
  const chats = useChatsStore();
  const visibility = useDocumentVisibility();
  const entries = (): readonly TranscriptEntry[] => transcript().entries;
  const lastIndex = computed(() => entries().at(-1)?.index ?? null);
  const isReading = computed(() => isFollowing() && visibility.value === 'visible');

  const unreadFrom = shallowRef(firstUnread(entries(), chats.unreadOf(transcript().chatId)));
  const seenUpTo = shallowRef(lastIndex.value ?? Number.NEGATIVE_INFINITY);
  const newCount = computed(() => (isReading.value ? 0 : countAfter(entries(), seenUpTo.value)));

  watch(
    [isReading, lastIndex],
    ([reading, last]) => {
      if (reading && last !== null) {
        seenUpTo.value = last;
        chats.markRead(transcript().chatId, last);
        return;
      }
      const firstNew = entries().find((entry) => entry.index > seenUpTo.value && countsAsUnread(entry));
      if (firstNew !== undefined) unreadFrom.value = firstNew.index;
    },
    { immediate: true },
  );

  return { unreadFrom, newCount };
}
