import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import { agentsToRead, type KnownChats } from '../domain/lists/agents-to-read';
import { unjoinedChats } from '../domain/lists/unjoined-chats';
import { useAgentsStore } from './agents.store';
import { useChatsStore } from './chats.store';
import { useClockStore } from './clock.store';
import type { NewToast } from './toasts.store';
import { useSessionStore } from './session.store';

/** Some servers do not report the chats of agents at all. */
const longestAskingMs = 180_000;

/**
 * Active chats of watched agents that the supervisor has not joined, so that the window claims nothing about unseen
 * chats.
 */
export const useUnjoinedStore = defineStore('unjoined', () => {
  const agents = useAgentsStore();
  const chats = useChatsStore();
  const clock = useClockStore();
  const session = useSessionStore();

  /** Main soon forgets an agent's chats; that a chat was not joined must last longer. */
  const known = shallowRef<ReadonlyMap<string, KnownChats>>(new Map());
  watch(
    [() => agents.agents, () => agents.watches],
    () => {
      known.value = new Map(
        agents.watches.flatMap(({ agentId }) => {
          const reported = agents.agentById(agentId)?.chats ?? null;
          const latest = reported === null ? known.value.get(agentId) : { chats: reported, at: clock.read() };
          return latest === undefined ? [] : [[agentId, latest] as const];
        }),
      );
    },
    { immediate: true, flush: 'sync' },
  );

  const all = computed(() =>
    unjoinedChats({
      watches: agents.watches,
      agentById: agents.agentById,
      chatsOf: (id) => known.value.get(id)?.chats ?? [],
      chats: chats.chats,
      now: clock.knownUntil,
    }),
  );
  const count = computed(() => all.value.length);

  /** When each agent's chats were first requested. */
  const askedSince = new Map<string, number>();
  const isInVain = (agentId: string): boolean =>
    agents.agentById(agentId)?.presence === 'loggedOut' ||
    clock.now - (askedSince.get(agentId) ?? clock.now) > longestAskingMs;
  const toRead = computed(() => {
    const unjoinedOf = new Set(all.value.map(({ agentId }) => agentId));
    return agentsToRead({
      watches: agents.watches,
      isKnownNow: (id) => (agents.agentById(id)?.chats ?? null) !== null,
      isInVain,
      known: known.value,
      hasUnjoined: (id) => unjoinedOf.has(id),
      now: clock.now,
    });
  });

  watch(
    toRead,
    (ids) => {
      const watched = new Set(agents.watches.map(({ agentId }) => agentId));
      for (const id of askedSince.keys()) if (known.value.has(id) || !watched.has(id)) askedSince.delete(id);
      for (const id of ids) if (!askedSince.has(id)) askedSince.set(id, clock.read());
    },
    { immediate: true, flush: 'sync' },
  );

  /** The message for the case that no visible chat needs attention. */
  function noneNeedsAttention(): Pick<NewToast, 'key' | 'values'> {
    return count.value > 0 ? { key: 'many.nobody', values: { n: count.value } } : { key: 'attention.nobody' };
  }

  /** Chats that the supervisor declined or left are not offered again. */
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

  return { all, count, toRead, noneNeedsAttention, offered, putAside };
});
