import { defineStore } from 'pinia';
import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import { currentBridge } from '../bridge/bridge';
import { createThrottle } from '../domain/time/throttle';
import { setTimer } from './set-timer';

/** Milliseconds. Scrolling changes the visible rows many times a second. */
const sendEveryMs = 300;

/**
 * The agents whose chats main must poll: the visible rows (`rows`; `null` if no list of agents is shown) and those that
 * something else on the screen needs (`also`).
 */
export const useShownAgentsStore = defineStore('shownAgents', () => {
  const rows = shallowRef<readonly string[] | null>(null);
  const also = shallowRef<readonly string[]>([]);
  const all = computed(() => {
    if (rows.value === null && also.value.length === 0) return null;
    return [...new Set([...(rows.value ?? []), ...also.value])];
  });

  const send = (): void => {
    void currentBridge().invoke('window.showAgents', { agentIds: all.value });
  };
  const sendThrottled = createThrottle({ act: send, everyMs: sendEveryMs, setTimer });
  watch(
    () => all.value?.join('\n'),
    (now) => {
      if (now === undefined) send();
      else sendThrottled();
    },
    { flush: 'sync' },
  );

  return { rows, also };
});

/** Reports the visible agents to main, so that only they are polled. Ends with the caller's scope. */
export function tellShownAgents(agentIds: () => readonly string[]): void {
  const shown = useShownAgentsStore();
  watch(
    agentIds,
    (ids) => {
      shown.rows = ids;
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    shown.rows = null;
  });
}
