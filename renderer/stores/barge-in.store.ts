import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { useSettingsStore } from './settings.store';

interface Question {
  readonly chatId: string;
  readonly answer: (isWanted: boolean) => void;
}

/**
 * The confirmation before a customer can see the supervisor. With "hold to barge in" on, a request from the palette, a
 * menu or a screen reader asks for confirmation; the shell renders it.
 */
export const useBargeInStore = defineStore('bargeIn', () => {
  const settings = useSettingsStore();
  const needsHold = computed(() => settings.settings.bargeInBy === 'hold');
  const question = shallowRef<Question | null>(null);

  /** Resolves with the supervisor's decision. A newer confirmation cancels the older one. */
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
