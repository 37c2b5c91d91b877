import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { useSettingsStore } from './settings.store';

interface Question {
  readonly chatId: string;
  readonly answer: (isWanted: boolean) => void;
}

/**
 * What it takes to be seen by a customer. Where the supervisor chose that barging in must be held, whoever asks for it in
 * any other way (a palette, a menu, a screen reader's click) is asked back first; the shell draws the question.
 */
export const useBargeInStore = defineStore('bargeIn', () => {
  const settings = useSettingsStore();
  const needsHold = computed(() => settings.settings.bargeInBy === 'hold');
  const question = shallowRef<Question | null>(null);

  /** Resolves with the supervisor's answer. A newer question is a "no" to the older one. */
  function confirm(chatId: string): Promise<boolean> {
    question.value?.answer(false);
    return new Promise((resolve) => {
      const asked: Question = {
        chatId,
        answer: (isWanted) => {
          if (question.value === asked) question.value = null;
          resolve(isWanted);
        },
      };
      question.value = asked;
    });
  }

  return { needsHold, question, confirm };
});
