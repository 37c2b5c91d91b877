import { computed, watch } from 'vue';
import { isEnded } from '../../domain/lists/chat-state';
import { pastToLeave } from '../../domain/lists/past-chats';
import { useChatsStore } from '../../stores/chats.store';
import { useClockStore } from '../../stores/clock.store';
import { useDraftsStore } from '../../stores/drafts.store';
import { useSettingsStore } from '../../stores/settings.store';

/** Removes past chats from the list when their time is up, on every page. */
export function usePastChats(): void {
  const chats = useChatsStore();
  const clock = useClockStore();
  const drafts = useDraftsStore();
  const settings = useSettingsStore();
  const isInUse = (id: string): boolean => chats.selectedId === id || drafts.ofChat(id).some(({ text }) => text !== '');
  const pastCount = computed(() => [...chats.chats.values()].filter(isEnded).length);
  // The clock rests while the window is hidden, and chats that end meanwhile must not add up.
  watch([() => clock.now, pastCount], () => {
    const question = { now: clock.read(), kept: settings.settings.pastKept, isInUse };
    for (const id of pastToLeave(chats.chats.values(), question)) void chats.dismiss(id);
  });
}
