import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Chat, DraftPlace, Mode } from '../../preload/contract';
import { placeKey, type HeldWhy } from '../domain/modes/composing';

/** A sentence whose field is gone: it belongs to readers that the new field does not have. */
export interface HeldSentence {
  readonly place: DraftPlace;
  readonly why: HeldWhy;
  /** The chat as last seen; `null` if it was not loaded yet. */
  readonly chat: Chat | null;
}

/** The selection of a field that left the screen, and the text it is a selection of. */
export interface FieldSelection {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A request to write in a mode that is confirmed or pending. */
export interface WriteRequest {
  readonly chatId: string;
  readonly mode: Mode;
  /** The pending mode change, from any window. */
  readonly requestId: string | null;
}

/** The draft that has the keyboard, and the sentence whose composer is gone. */
export const useSentenceStore = defineStore('sentence', () => {
  /** The draft being written; main saves it for a reload. */
  const writing = shallowRef<DraftPlace | null>(null);
  /** Held outside any composer until a composer for its chat takes it or the supervisor decides. */
  const homeless = shallowRef<HeldSentence | null>(null);

  /** The latest such request in this window; the field of its audience takes the focus. */
  const writeRequest = shallowRef<WriteRequest | null>(null);

  const selections = new Map<string, FieldSelection>();

  function keepSelection(place: DraftPlace, selection: FieldSelection): void {
    if (selection.text !== '') selections.set(placeKey(place), selection);
  }
  /** For the field that shows the draft next; `null` if none did before. */
  function takeSelection(place: DraftPlace): FieldSelection | null {
    const key = placeKey(place);
    const selection = selections.get(key) ?? null;
    selections.delete(key);
    return selection;
  }

  function forgetAll(): void {
    selections.clear();
    writeRequest.value = null;
    writing.value = null;
    homeless.value = null;
  }

  return { writing, homeless, writeRequest, keepSelection, takeSelection, forgetAll };
});
