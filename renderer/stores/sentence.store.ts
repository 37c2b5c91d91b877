import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Chat, DraftPlace, Mode } from '../../preload/contract';
import type { HeldWhy } from '../domain/composing';

/** A sentence that is held: it belongs to readers that the field it was begun in no longer has. */
export interface HeldSentence {
  readonly place: DraftPlace;
  readonly why: HeldWhy;
  /** The chat as last seen; `null` if it was not read yet. */
  readonly chat: Chat | null;
}

/** Somebody asked to be heard in a mode that is on already, or on its way. */
export interface WishToWrite {
  readonly chatId: string;
  readonly mode: Mode;
  /** The request that is on its way, from whatever window. */
  readonly requestId: string | null;
}

/** Which draft has the keyboard, and the sentence whose composer is gone. */
export const useSentenceStore = defineStore('sentence', () => {
  /** The draft that is written in; main remembers it for a page that is loaded again. */
  const writing = shallowRef<DraftPlace | null>(null);
  /** Held outside any composer, until one for its chat takes it or the person chooses. */
  const homeless = shallowRef<HeldSentence | null>(null);

  /** The last such wish in this window; the field of its readers takes the keyboard. */
  const wish = shallowRef<WishToWrite | null>(null);

  function forgetAll(): void {
    wish.value = null;
    writing.value = null;
    homeless.value = null;
  }

  return { writing, homeless, wish, forgetAll };
});
