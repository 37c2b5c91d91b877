import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { WatchSpec } from '../domain/modes/visible-acts';

/** The contents of the confirmation before a bulk command. */
export type ManyAct =
  | { readonly kind: 'watch'; readonly specs: readonly WatchSpec[] }
  | { readonly kind: 'join' | 'leave' | 'stopWatching' | 'signOut'; readonly count: number };

interface Question {
  readonly act: ManyAct;
  readonly answer: (isWanted: boolean) => void;
}

/** The confirmation before a bulk command; the shell renders it. */
export const useQuestionStore = defineStore('question', () => {
  const question = shallowRef<Question | null>(null);

  /** Resolves with the supervisor's decision. A newer confirmation cancels the older one. */
  function confirm(act: ManyAct): Promise<boolean> {
    question.value?.answer(false);
    return new Promise((resolve) => {
      const asked: Question = {
        act,
        answer: (isWanted) => {
          if (question.value === asked) question.value = null;
          resolve(isWanted);
        },
      };
      question.value = asked;
    });
  }

  return { question, confirm };
});
