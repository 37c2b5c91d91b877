import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import type { DraftPlace, Draft, WorkspaceState, DraftRevision, SentOutDraft } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { placeKey } from '../domain/composing';
import { createDraftSync } from './draft-sync';

/**
 * Unsent texts, each bound to the chat, the mode and the readers it was begun for. A text written for the agent alone is never
 * found under other readers, so that no change can turn a whisper into a word to the customer. Main is told every letter at
 * once and keeps a copy in memory, because the window may break at any of them.
 */
export const useDraftsStore = defineStore('drafts', () => {
  const drafts = shallowReactive(new Map<string, Draft>());
  const news = createDraftSync({
    keep: (draft) => currentBridge().invoke('drafts.save', draft),
    sendOut: (request) => currentBridge().invoke('drafts.sendOut', request),
    show: put,
  });

  function textOf(place: DraftPlace): string {
    return drafts.get(placeKey(place))?.text ?? '';
  }

  /** All texts of a chat, the oldest first. */
  function ofChat(chatId: string): readonly Draft[] {
    return [...drafts.values()].filter((draft) => draft.chatId === chatId);
  }

  function write(draft: Draft): void {
    put(draft);
    void news.tell(placeKey(draft), draft);
  }

  function put(draft: Draft): void {
    if (draft.text === '') drafts.delete(placeKey(draft));
    else drafts.set(placeKey(draft), draft);
  }

  function clear(place: DraftPlace): void {
    write({ ...place, text: '' });
  }

  /** Takes a text out of its field, for the send of this id; `null` if main keeps none. */
  async function sendOut(draft: Draft, requestId: string): Promise<SentOutDraft | null> {
    const out = { ...draft, sentAs: requestId };
    put(out);
    put({ ...draft, text: '' });
    const sentOut = await news.takeOut(placeKey(draft), placeKey(out), out);
    if (sentOut !== null && sentOut.stands !== null) put({ ...out, text: '' });
    return sentOut;
  }

  /** Puts a text that was not sent back into its field, unless something else is written there. Returns where it is now. */
  function giveBack(draft: Draft, requestId: string): DraftPlace {
    const out = { ...draft, sentAs: requestId };
    if (textOf(draft) !== '') return out;
    write(draft);
    clear(out);
    return draft;
  }

  /** Another window typed. */
  function hear(changed: DraftRevision): void {
    news.hear(placeKey(changed.draft), changed);
  }

  /** Takes over what main keeps, and nothing else; what was typed or told here meanwhile is newer. */
  function restore({ drafts: kept, revision }: Pick<WorkspaceState, 'drafts' | 'revision'>): void {
    news.recall(revision);
    for (const key of [...drafts.keys()]) if (!news.isKnown(key)) drafts.delete(key);
    for (const draft of kept) if (!news.isKnown(placeKey(draft))) put(draft);
  }

  /** Main forgets a chat's drafts by itself. */
  function forgetChat(chatId: string): void {
    for (const [key, draft] of drafts) if (draft.chatId === chatId) drafts.delete(key);
  }

  function forgetAll(): void {
    drafts.clear();
    news.forget();
  }

  return { textOf, ofChat, write, clear, sendOut, giveBack, hear, restore, forgetChat, forgetAll };
});
