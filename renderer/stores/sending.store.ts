import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import type { Done, Draft, Result } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { readerIdsOf } from '../domain/modes/composing';
import { useChatsStore } from './chats.store';
import { useDraftsStore } from './drafts.store';
import { usePendingCommandsStore } from './pending-commands.store';
import { useSendErrorsStore } from './send-errors.store';

/**
 * Texts that are being sent. A text leaves its field at once, so that the next one can be typed. It is kept until the
 * server accepts it and returns to its field if that fails. Main sends the texts of a chat one by one.
 */
export const useSendingStore = defineStore('sending', () => {
  const outgoing = shallowReactive(new Set<string>());

  /** Whether the text that was sent with this request is still on its way, from any window. */
  function isOut(requestId: string): boolean {
    return outgoing.has(requestId) || usePendingCommandsStore().pending.has(requestId);
  }

  async function send(draft: Draft): Promise<Result<Done>> {
    const { chatId, mode, audience, text } = draft;
    const kind = audience === 'everyone' ? 'sendToEveryone' : 'sendToAgents';
    const out: { requestId: string | null; stands: Draft | null } = { requestId: null, stands: null };
    const showsErrorInline = (): boolean => out.stands !== null || useChatsStore().selectedId === chatId;
    useSendErrorsStore().forget(draft);
    const result = await usePendingCommandsStore().perform(
      // Several texts of a chat may be pending; each is a command of its own.
      { kind, chatId, agentId: null, about: crypto.randomUUID(), showsErrorInline },
      async (requestId) => {
        out.requestId = requestId;
        outgoing.add(requestId);
        const sentOut = await useDraftsStore().sendOut(draft, requestId);
        if (sentOut !== null && sentOut.stands !== null) {
          out.stands = sentOut.stands;
          return { ok: false, error: { code: 'command.alreadyPending' } };
        }
        const number = sentOut?.draft ?? null;
        if (number === null) return { ok: false, error: { code: 'session.signedOut' } };
        const composition = { composedIn: mode, readers: readerIdsOf(draft), draft: number };
        return currentBridge().invoke(`chats.${kind}`, { requestId, chatId, ...composition, text });
      },
    );
    if (out.stands !== null) changedElsewhere(out.stands, out.requestId, result);
    else if (out.requestId !== null) end(draft, out.requestId, result);
    else if (!result.ok) useSendErrorsStore().note(draft, result.error);
    return result;
  }

  /** Another window edited or sent the draft at the same time; that version wins. */
  function changedElsewhere(stands: Draft, requestId: string | null, result: Result<Done>): void {
    if (requestId !== null) outgoing.delete(requestId);
    if (stands.text !== '' && !result.ok) useSendErrorsStore().note(stands, result.error);
  }

  function end(draft: Draft, requestId: string, result: Result<Done>): void {
    const drafts = useDraftsStore();
    if (result.ok) drafts.clear({ ...draft, sentAs: requestId });
    else useSendErrorsStore().note({ ...drafts.giveBack(draft, requestId), text: draft.text }, result.error);
    outgoing.delete(requestId);
  }

  return { isOut, send };
});
