import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import type { AppError, DraftPlace, Draft } from '../../preload/contract';
import { placeKey } from '../domain/modes/composing';

interface Refusal {
  readonly text: string;
  readonly error: AppError;
}

/**
 * The reason why a text was not sent, bound to the text and its audience. It outlives the field, which a mode change
 * removes, and ends when the text is edited.
 */
export const useSendErrorsStore = defineStore('refusals', () => {
  const refusals = shallowReactive(new Map<string, Refusal>());

  function note(draft: Draft, error: AppError): void {
    refusals.set(placeKey(draft), { text: draft.text, error });
  }

  function forget(place: DraftPlace): void {
    refusals.delete(placeKey(place));
  }

  function of(draft: Draft): AppError | null {
    const refusal = refusals.get(placeKey(draft));
    return refusal !== undefined && refusal.text === draft.text ? refusal.error : null;
  }

  return { note, forget, of };
});
