import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { StepBackItem, StepBackScope, StepBackState } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';

/**
 * The step back as main reports it. Main decides and runs it. A window starts it, shows it, and can hide the report
 * once it is confirmed.
 */
export const useStepBackStore = defineStore('stepBack', () => {
  const state = shallowRef<StepBackState | null>(null);
  const hiddenNumber = shallowRef(0);
  /** The part that this window shows; `null`: nothing. */
  const report = computed(() => (state.value?.number === hiddenNumber.value ? null : state.value));

  function begin(scope: StepBackScope): void {
    void currentBridge().invoke('stepBack.begin', { scope });
  }

  function retry({ kind, id }: StepBackItem): void {
    void currentBridge().invoke('stepBack.retry', { kind, id });
  }

  function close(): void {
    void currentBridge().invoke('stepBack.close', null);
  }

  function hide(): void {
    hiddenNumber.value = state.value?.number ?? 0;
  }

  return { state, report, begin, retry, close, hide };
});
