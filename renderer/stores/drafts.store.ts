import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import type { DraftPlace, Draft, WorkspaceState, DraftRevision, SentOutDraft } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { placeKey } from '../domain/modes/composing';
import { createDraftSync } from './draft-sync';

/**
 * Drafts, each bound to the chat, the mode and the audience it was begun for. A whisper never appears under another
 * audience, so no mode change can send it to the customer. Main gets every change at once and keeps a copy in memory,
 * because the page may crash at any time.
 */
export const useDraftsStore = defineStore('drafts', () => {
  const drafts = shallowReactive(new Map<string, Draft>());
  const sync = createDraftSync({
    keep: (draft) => currentBridge().invoke('drafts.save', draft),
    sendOut: (request) => currentBridge().invoke('drafts.sendOut', request),
    show: put,
  });

  function textOf(place: DraftPlace): string {
    return drafts.get(placeKey(place))?.text ?? '';
  }

  /** All drafts of a chat, oldest first. */
  function ofChat(chatId: string): readonly Draft[] {
    return [...drafts.values()].filter((draft) => draft.chatId === chatId);
  }

  function write(draft: Draft): void {
    put(draft);
    void sync.publish(placeKey(draft), draft);
  }

  function put(draft: Draft): void {
    if (draft.text === '') drafts.delete(placeKey(draft));
    else drafts.set(placeKey(draft), draft);
  }

  function clear(place: DraftPlace): void {
    write({ ...place, text: '' });
  }

  /** Takes a text out of its field for the send with this id; `null` if main has stored none. */
  async function sendOut(draft: Draft, requestId: string): Promise<SentOutDraft | null> {
    const out = { ...draft, sentAs: requestId };
    put(out);
    put({ ...draft, text: '' });
    const sentOut = await sync.takeOut(placeKey(draft), placeKey(out), out);
    if (sentOut !== null && sentOut.stands !== null) put({ ...out, text: '' });
    return sentOut;
  }

  /** Returns an unsent text to its field, unless the field has a newer text. Returns where the text is now. */
  function giveBack(draft: Draft, requestId: string): DraftPlace {
    const out = { ...draft, sentAs: requestId };
    if (textOf(draft) !== '') return out;
    write(draft);
    clear(out);
    return draft;
  }

  /** Applies a change from another window. */
  function applyRemote(changed: DraftRevision): void {
    sync.applyRemote(placeKey(changed.draft), changed);
  }

  /** Restores main's drafts; a text typed or received here meanwhile is newer and stays. */
  function restore({ drafts: kept, revision }: Pick<WorkspaceState, 'drafts' | 'revision'>): void {
    sync.recall(revision);
    for (const key of [...drafts.keys()]) if (!sync.isKnown(key)) drafts.delete(key);
    for (const draft of kept) if (!sync.isKnown(placeKey(draft))) put(draft);
  }

  /** Main drops the drafts of a chat itself. */
  function forgetChat(chatId: string): void {
    for (const [key, draft] of drafts) if (draft.chatId === chatId) drafts.delete(key);
  }

  function forgetAll(): void {
    drafts.clear();
    sync.forget();
  }

  return { textOf, ofChat, write, clear, sendOut, giveBack, applyRemote, restore, forgetChat, forgetAll };
});
