import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import type { Mode } from '../../preload/contract';

/** What a text beside the composer was written for. A whisper is never found under a word to everyone. */
export interface SideTextPlace {
  readonly kind: 'notice' | 'link' | 'lastWords';
  readonly chatId: string;
  readonly mode: Mode;
  readonly audience: 'everyone' | 'agents';
}

function keyOf({ kind, chatId, mode, audience }: SideTextPlace): string {
  return JSON.stringify([chatId, kind, mode, audience]);
}

/** Unsent notices, links and last words, so that closing the panel they are written in loses nothing. */
export const useSideTextsStore = defineStore('sideTexts', () => {
  const texts = shallowReactive(new Map<string, string>());

  function textOf(place: SideTextPlace): string {
    return texts.get(keyOf(place)) ?? '';
  }

  function write(place: SideTextPlace, text: string): void {
    if (text === '') texts.delete(keyOf(place));
    else texts.set(keyOf(place), text);
  }

  function forgetChat(chatId: string): void {
    const beginning = `[${JSON.stringify(chatId)},`;
    for (const key of texts.keys()) if (key.startsWith(beginning)) texts.delete(key);
  }

  function forgetAll(): void {
    texts.clear();
  }

  return { textOf, write, forgetChat, forgetAll };
});
