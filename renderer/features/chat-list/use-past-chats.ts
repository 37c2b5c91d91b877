import { watch } from 'vue';
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
  watch(
    () => clock.now,
    (now) => {
      const question = { now, kept: settings.settings.pastKept, isInUse };
      for (const id of pastToLeave(chats.chats.values(), question)) void chats.dismiss(id);
    },
  );
}
