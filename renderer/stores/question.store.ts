import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { WatchSpec } from '../domain/visible-acts';

/** What is asked before an act on many. */
export type ManyAct =
  | { readonly kind: 'watch'; readonly specs: readonly WatchSpec[] }
  | { readonly kind: 'join' | 'leave' | 'stopWatching' | 'signOut'; readonly count: number };

interface Question {
  readonly act: ManyAct;
  readonly answer: (isWanted: boolean) => void;
}

/** The one question before an act on many agents or chats; the shell draws it. */
export const useQuestionStore = defineStore('question', () => {
  const question = shallowRef<Question | null>(null);

  /** Resolves with the supervisor's answer. A newer question is a "no" to the older one. */
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
