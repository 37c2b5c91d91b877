import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import type { KeptDraft, Mode } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { createPacer } from '../domain/pacer';
import { later } from './later';

/**
 * Unsent text, bound to a chat and to the readers it was written for. A text written for the agent alone is never found
 * under another audience, so that a change of mode cannot turn a whisper into a word to the customer. Main keeps a copy
 * in memory, because the window may break at any letter.
 */
export type DraftAudience = KeptDraft['audience'];

const keepEveryMs = 120;

function draftKey({ chatId, mode, audience }: Omit<KeptDraft, 'text'>): string {
  return JSON.stringify([chatId, mode, audience]);
}

export const useDraftsStore = defineStore('drafts', () => {
  const drafts = shallowReactive(new Map<string, KeptDraft>());
  const unkept = new Map<string, KeptDraft>();
  const keepSoon = createPacer({
    act: () => {
      for (const draft of unkept.values()) void currentBridge().invoke('drafts.keep', draft);
      unkept.clear();
    },
    everyMs: keepEveryMs,
    later,
  });

  function textOf(chatId: string, mode: Mode, audience: DraftAudience): string {
    return drafts.get(draftKey({ chatId, mode, audience }))?.text ?? '';
  }

  function write(draft: KeptDraft): void {
    const key = draftKey(draft);
    if (draft.text === '') drafts.delete(key);
    else drafts.set(key, draft);
    unkept.set(key, draft);
    keepSoon();
  }

  function clear(chatId: string, mode: Mode, audience: DraftAudience): void {
    write({ chatId, mode, audience, text: '' });
  }

  /** Takes back what main kept; what was typed here meanwhile is newer. */
  function restore(kept: readonly KeptDraft[]): void {
    for (const draft of kept) {
      const key = draftKey(draft);
      if (!drafts.has(key)) drafts.set(key, draft);
    }
  }

  /** Main forgets a chat's drafts by itself. */
  function forgetChat(chatId: string): void {
    for (const [key, draft] of drafts) if (draft.chatId === chatId) drafts.delete(key);
  }

  function forgetAll(): void {
    drafts.clear();
    unkept.clear();
  }

  return { textOf, write, clear, restore, forgetChat, forgetAll };
});
