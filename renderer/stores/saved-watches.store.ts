import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import type { SavedWatch } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useAgentsStore } from './agents.store';
import { useManyStore } from './many.store';
import { useToastsStore } from './toasts.store';

/** Watches that were active when the program or the last session ended. Main offers them after the next sign-in. */
export const useSavedWatchesStore = defineStore('watchOffer', () => {
  const all = shallowRef<readonly SavedWatch[]>([]);
  const isResuming = shallowRef(false);
  /** A response after sign-out must not apply to the next supervisor. */
  let shift = 0;
  const offered = computed(() => {
    const agents = useAgentsStore();
    return all.value.filter(({ agentId }) => agents.watchOf(agentId) === undefined);
  });

  async function load(): Promise<void> {
    const result = await currentBridge().invoke('watches.saved', null);
    if (result.ok) all.value = result.value;
  }

  async function close(): Promise<void> {
    all.value = [];
    await currentBridge().invoke('watches.discardSaved', null);
  }

  /** Watches that join new chats in monitor mode. */
  const quiet = computed(() => offered.value.filter(({ mode }) => mode === 'monitor'));

  async function resume(which: readonly SavedWatch[]): Promise<void> {
    if (isResuming.value || which.length === 0) return;
    isResuming.value = true;
    const own = shift;
    const onOver = (done: readonly string[]): void => {
      if (own !== shift) return;
      useToastsStore().add({ tone: 'done', key: 'watching.resumed', values: { n: done.length } });
    };
    await useManyStore().watchEach(which, { onOver });
    if (own === shift) isResuming.value = false;
  }

  // Nothing is left to offer, for whatever reason.
  watch(
    () => all.value.length > 0 && offered.value.length === 0,
    (isDone) => {
      if (isDone) void close();
    },
  );

  function reset(): void {
    shift += 1;
    isResuming.value = false;
    all.value = [];
  }

  return { offered, quiet, isResuming, load, resume, decline: close, reset };
});
