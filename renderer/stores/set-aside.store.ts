import { defineStore } from 'pinia';
import { computed } from 'vue';
import type { SetAside } from '../../preload/contract';
import { isStillAside } from '../../preload/contract/set-aside';
import { quotedUnlessPlain } from '../domain/text/shown-name';
import { useChatsStore } from './chats.store';
import { useClockStore } from './clock.store';
import { useToastsStore } from './toasts.store';
import { useSettingsStore } from './settings.store';

const snoozeMs = 5 * 60_000;
/** Milliseconds. A chat that has been gone this long does not return under its id. */
const forgottenAfterMs = 24 * 60 * 60_000;

/**
 * The chats that the supervisor snoozed. They are saved with the settings, so that a reload does not bring them back.
 */
export const useSetAsideStore = defineStore('setAside', () => {
  const settings = useSettingsStore();
  const chats = useChatsStore();
  const clock = useClockStore();

  const lastIndexOf = (chatId: string): number | null => chats.transcripts.get(chatId)?.entries.at(-1)?.index ?? null;
  const byChat = computed<ReadonlyMap<string, SetAside>>(() => {
    const { now } = clock;
    const still = settings.settings.setAside.filter((one) =>
      isStillAside(one, { now, lastIndex: lastIndexOf(one.chatId) }),
    );
    return new Map(still.map((one) => [one.chatId, one]));
  });

  function keep(chatId: string, aside: SetAside | null): void {
    const others = [...byChat.value.values()].filter(
      (one) => one.chatId !== chatId && (chats.chats.has(one.chatId) || clock.now - one.at < forgottenAfterMs),
    );
    void settings.change({ setAside: aside === null ? others : [...others, aside] });
  }

  function setAside(chatId: string, until: SetAside['until']): void {
    const at = until === 'time' ? clock.now + snoozeMs : clock.now;
    const before = byChat.value.get(chatId) ?? null;
    keep(chatId, { chatId, until, at, after: lastIndexOf(chatId) });
    const customer = quotedUnlessPlain(chats.chats.get(chatId)?.customerName, 'customer');
    useToastsStore().add({
      tone: 'done',
      key: `chatList.aside.told.${until}${customer === '' ? 'Unnamed' : ''}`,
      values: { name: customer },
      undo: () => {
        keep(chatId, before);
      },
    });
  }

  return {
    byChat,
    setAside,
    unacknowledge: (chatId: string): void => {
      keep(chatId, null);
    },
  };
});
