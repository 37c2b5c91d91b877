import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { AttentionWhy, Result } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';

/** The question why a chat is where it is in the attention order, and where on the screen it was asked. */
export interface WhyQuestion {
  readonly chatId: string;
  /** The control that asked; it gets the focus back. A row of the list may be gone by then. */
  readonly asker: HTMLElement | null;
  /** Position of that control, which stays although rows move. */
  readonly box: DOMRect;
}

/** Holds the open question; one at a time. Main answers it, from the rules and the order of the queue itself. */
export const useWhyStore = defineStore('why', () => {
  const question = shallowRef<WhyQuestion | null>(null);

  function ask(chatId: string, asker: HTMLElement | null): void {
    question.value = { chatId, asker, box: asker?.getBoundingClientRect() ?? new DOMRect() };
  }

  function close(): void {
    question.value = null;
  }

  function answer(chatId: string): Promise<Result<AttentionWhy | null>> {
    return currentBridge().invoke('attention.why', { chatId });
  }

  return { question, ask, close, answer };
});
