import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Disposer, NetworkAnswer, NetworkQuestion } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useToastsStore } from './toasts.store';

/** What the network needs from the user, and whether its panel is open. */
export const useNetworkStore = defineStore('network', () => {
  const question = shallowRef<NetworkQuestion | null>(null);
  const isPanelOpen = shallowRef(false);
  /** Number of answers that took effect: what failed for want of one can be tried again. */
  const answerCount = shallowRef(0);

  /** Subscribes to main. Returns the disposer. */
  function follow(): Disposer {
    const bridge = currentBridge();
    let hasChanged = false;
    const dispose = bridge.on('network.questionChanged', (changed) => {
      hasChanged = true;
      question.value = changed;
    });
    // A change is newer than the answer that it overtook.
    void bridge.invoke('network.question', null).then((result) => {
      if (result.ok && !hasChanged) question.value = result.value;
    });
    return dispose;
  }

  async function answer(answer: NetworkAnswer): Promise<void> {
    const asked = question.value;
    if (asked === null) return;
    const result = await currentBridge().invoke('network.answer', { id: asked.id, answer });
    if (!result.ok) useToastsStore().addProblem(result.error);
    else if (answer.kind !== 'cancel') answerCount.value += 1;
    if (question.value?.id === asked.id) question.value = null;
  }

  async function askAgain(): Promise<void> {
    await currentBridge().invoke('network.askAgain', null);
  }

  return { question, isPanelOpen, answerCount, follow, answer, askAgain };
});
