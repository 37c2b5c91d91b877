import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import type { KeptDraft, Mode, NumberedDraft } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { createPacer } from '../domain/pacer';
import { createDraftNews } from './draft-news';
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
  const news = createDraftNews({ keep: (draft) => currentBridge().invoke('drafts.keep', draft), show: put });
  const keepSoon = createPacer({
    act: () => {
      for (const [key, draft] of unkept) void news.tell(key, draft);
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
    put(draft);
    if (!unkept.has(key)) news.begin(key);
    unkept.set(key, draft);
    keepSoon();
  }

  function put(draft: KeptDraft): void {
    if (draft.text === '') drafts.delete(draftKey(draft));
    else drafts.set(draftKey(draft), draft);
  }

  /** Another window typed. */
  function hear(changed: NumberedDraft): void {
    news.hear(draftKey(changed.draft), changed);
  }

  function clear(chatId: string, mode: Mode, audience: DraftAudience): void {
    write({ chatId, mode, audience, text: '' });
  }

  /** Takes over what main keeps, and nothing else; what was typed or told here meanwhile is newer. */
  function restore(kept: readonly KeptDraft[]): void {
    for (const key of [...drafts.keys()]) if (!news.isKnown(key)) drafts.delete(key);
    for (const draft of kept) if (!news.isKnown(draftKey(draft))) put(draft);
  }

  /** Main forgets a chat's drafts by itself. */
  function forgetChat(chatId: string): void {
    for (const [key, draft] of drafts) if (draft.chatId === chatId) drafts.delete(key);
  }

  function forgetAll(): void {
    drafts.clear();
    unkept.clear();
    news.forget();
  }

  return { textOf, write, clear, hear, restore, forgetChat, forgetAll };
});
