import { defineStore } from 'pinia';
import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import { currentBridge } from '../bridge/bridge';
import { createThrottle } from '../domain/throttle';
import { setTimer } from './set-timer';

/** Scrolling changes what is shown many times a second. */
const tellEveryMs = 300;

/**
 * Which agents main is to ask about: those that are shown (`rows`; `null`: no list of agents is on the screen), and those of whom
 * something else on the screen speaks (`also`). Nobody else is asked about.
 */
export const useShownAgentsStore = defineStore('shownAgents', () => {
  const rows = shallowRef<readonly string[] | null>(null);
  const also = shallowRef<readonly string[]>([]);
  const all = computed(() => {
    if (rows.value === null && also.value.length === 0) return null;
    return [...new Set([...(rows.value ?? []), ...also.value])];
  });

  const tell = (): void => {
    void currentBridge().invoke('window.showAgents', { agentIds: all.value });
  };
  const tellSoon = createThrottle({ act: tell, everyMs: tellEveryMs, setTimer });
  watch(
    () => all.value?.join('\n'),
    (now) => {
      if (now === undefined) tell();
      else tellSoon();
    },
    { flush: 'sync' },
  );

  return { rows, also };
});

/** Tells main which agents are shown, so that only they are asked about. Belongs to the caller's scope, and ends with it. */
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
