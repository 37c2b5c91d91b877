import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { OfferedWatch } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useAgentsStore } from './agents.store';

/** Watches that were on when the program or the last sign-in ended: main offers them after the next one, the supervisor decides. */
export const useWatchOfferStore = defineStore('watchOffer', () => {
  const all = shallowRef<readonly OfferedWatch[]>([]);
  const isResuming = shallowRef(false);
  /** An answer that comes after a sign-out must not go on for the next supervisor. */
  let shift = 0;
  const offered = computed(() => {
    const agents = useAgentsStore();
    return all.value.filter(({ agentId }) => agents.watchOf(agentId) === undefined);
  });

  async function load(): Promise<void> {
    const result = await currentBridge().invoke('watches.offered', null);
    if (result.ok) all.value = result.value;
  }

  async function close(): Promise<void> {
    all.value = [];
    await currentBridge().invoke('watches.closeOffer', null);
  }

  /**
   * One after the other, so that a server that has just come back is not flooded. What is refused says so by itself; told
   * is how many are on again.
   */
  async function resume(): Promise<number> {
    if (isResuming.value) return 0;
    isResuming.value = true;
    const own = shift;
    const wishes = offered.value;
    let made = 0;
    for (const { agentId, mode, scope, nickname } of wishes) {
      if (own !== shift) return 0;
      const results = await useAgentsStore().watch({ agentIds: [agentId], mode, scope, nickname });
      made += results.filter(({ ok }) => ok).length;
    }
    if (own !== shift) return 0;
    isResuming.value = false;
    await close();
    return made;
  }

  function reset(): void {
    shift += 1;
    isResuming.value = false;
    all.value = [];
  }

  return { offered, isResuming, load, resume, decline: close, reset };
});
