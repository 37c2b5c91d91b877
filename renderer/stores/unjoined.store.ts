import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import { unjoinedChats } from '../domain/unjoined-chats';
import { useAgentsStore } from './agents.store';
import { useChatsStore } from './chats.store';
import { useClockStore } from './clock.store';
import type { NewNotice } from './notices.store';
import { useSessionStore } from './session.store';

/** Active chats of watched agents that the supervisor is not in, so that nothing is claimed of what is not seen. */
export const useUnjoinedStore = defineStore('unjoined', () => {
  const agents = useAgentsStore();
  const chats = useChatsStore();
  const clock = useClockStore();
  const session = useSessionStore();

  const all = computed(() =>
    unjoinedChats({
      watches: agents.watches,
      agentById: agents.agentById,
      chats: chats.chats,
      now: clock.seenUntil,
    }),
  );
  const count = computed(() => all.value.length);

  /** What can be said when no chat that is seen needs anybody. */
  function nobody(): Pick<NewNotice, 'key' | 'values'> {
    return count.value > 0 ? { key: 'many.nobody', values: { n: count.value } } : { key: 'attention.nobody' };
  }

  /** Those that somebody said "not now" about or left are not offered again. */
  const putAsideIds = shallowRef<ReadonlySet<string>>(new Set());
  const offered = computed(() => all.value.filter(({ chatId, wasIn }) => !wasIn && !putAsideIds.value.has(chatId)));

  function putAside(chatIds: readonly string[]): void {
    putAsideIds.value = new Set([...putAsideIds.value, ...chatIds]);
  }

  watch(
    () => session.isSignedIn,
    (isSignedIn) => {
      if (!isSignedIn) putAsideIds.value = new Set();
    },
  );

  return { all, count, nobody, offered, putAside };
});
