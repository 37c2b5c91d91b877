import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import type { Mode } from '../../preload/contract';

/**
 * Unsent text, bound to a chat and to the readers it was written for. A text written for the agent alone is never found
 * under another audience, so that a change of mode cannot turn a whisper into a word to the customer.
 */
export type DraftAudience = 'agents' | 'everyone';

function draftKey(chatId: string, mode: Mode, audience: DraftAudience): string {
  return JSON.stringify([chatId, mode, audience]);
}

export const useDraftsStore = defineStore('drafts', () => {
  const drafts = shallowReactive(new Map<string, string>());

  function textOf(chatId: string, mode: Mode, audience: DraftAudience): string {
    return drafts.get(draftKey(chatId, mode, audience)) ?? '';
  }

  function write(draft: { chatId: string; mode: Mode; audience: DraftAudience; text: string }): void {
    const key = draftKey(draft.chatId, draft.mode, draft.audience);
    if (draft.text === '') drafts.delete(key);
    else drafts.set(key, draft.text);
  }

  function clear(chatId: string, mode: Mode, audience: DraftAudience): void {
    drafts.delete(draftKey(chatId, mode, audience));
  }

  return { textOf, write, clear };
});
