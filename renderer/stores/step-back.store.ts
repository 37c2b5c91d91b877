import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { StepBackItem, StepBackScope, StepBackState } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';

/**
 * The return to monitoring as main reports it. Main decides and drives; a window begins it, draws it, and may put the report
 * of one that is confirmed out of its own sight.
 */
export const useStepBackStore = defineStore('stepBack', () => {
  const state = shallowRef<StepBackState | null>(null);
  const hiddenNumber = shallowRef(0);
  /** What this window shows of it; `null`: nothing. */
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
