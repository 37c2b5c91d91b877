import { computed, shallowReactive, shallowRef, watch } from 'vue';
import { useChatsStore } from '../../stores/chats.store';
import { useClockStore } from '../../stores/clock.store';
import { useSearchStore, type SearchResults } from '../../stores/search.store';
import { toResultRows } from './to-result-rows';

/**
 * The results of the query. They stay fixed while they are read; new matches are offered instead of inserted. Only
 * while chats are still being indexed do the results update themselves.
 */
export function useSearchResults() {
  const search = useSearchStore();
  const chats = useChatsStore();
  const clock = useClockStore();
  const opened = shallowReactive(new Set<string>());
  const finds = shallowRef<SearchResults>(search.find(search.typed));
  const hasNews = shallowRef(false);
  let shownRevision = search.revision;

  function ask(): void {
    shownRevision = search.revision;
    hasNews.value = false;
    finds.value = search.find(search.typed);
  }
  watch(
    () => search.typed,
    () => {
      opened.clear();
      ask();
    },
  );
  // At most once a second, however many messages arrive.
  watch(
    () => clock.now,
    () => {
      if (search.revision === shownRevision || finds.value.query.length === 0) return;
      if (search.isReading) {
        ask();
        return;
      }
      shownRevision = search.revision;
      const { messageCount, chats: found } = search.find(search.typed);
      hasNews.value = messageCount !== finds.value.messageCount || found.length !== finds.value.chats.length;
    },
  );

  const rows = computed(() =>
    toResultRows(finds.value.chats, opened, {
      chatOf: (chatId) => chats.chats.get(chatId),
      transcriptOf: (chatId) => chats.transcripts.get(chatId),
    }),
  );
  return { finds, rows, hasNews, ask, showAllOf: (chatId: string) => opened.add(chatId) };
}
