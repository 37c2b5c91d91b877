import { defineStore } from 'pinia';
import { shallowReactive, shallowRef } from 'vue';
import type { AppError, PastInteraction, Result, TranscriptEntry } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';

/** Something that is asked of the server once and kept. */
export type LookedUp<T> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly value: T }
  | { readonly phase: 'failed'; readonly error: AppError };

/**
 * What was before: a customer's earlier interactions and the transcripts of what is over. Nothing of it is live, so it is read once and
 * kept for as long as the supervisor is signed in; only what failed is asked again.
 */
export const useHistoryStore = defineStore('history', () => {
  const byChat = shallowReactive(new Map<string, LookedUp<readonly PastInteraction[]>>());
  const transcripts = shallowReactive(new Map<string, LookedUp<readonly TranscriptEntry[]>>());
  const opened = shallowRef<PastInteraction | null>(null);
  /** An answer that comes after a sign-out must not reach the next supervisor. */
  let shift = 0;

  async function lookUp<T>(into: Map<string, LookedUp<T>>, id: string, ask: () => Promise<Result<T>>): Promise<void> {
    const known = into.get(id);
    if (known !== undefined && known.phase !== 'failed') return;
    const own = shift;
    into.set(id, { phase: 'loading' });
    const result = await ask();
    if (own !== shift) return;
    into.set(id, result.ok ? { phase: 'ready', value: result.value } : { phase: 'failed', error: result.error });
  }

  function loadOfCustomer(chatId: string): Promise<void> {
    return lookUp(byChat, chatId, async () => {
      const result = await currentBridge().invoke('history.ofCustomer', { chatId });
      return result.ok ? { ok: true, value: result.value.interactions } : result;
    });
  }

  function loadTranscript(interactionId: string): Promise<void> {
    return lookUp(transcripts, interactionId, async () => {
      const result = await currentBridge().invoke('history.transcript', { interactionId });
      return result.ok ? { ok: true, value: result.value.entries } : result;
    });
  }

  function open(interaction: PastInteraction): void {
    opened.value = interaction;
    void loadTranscript(interaction.id);
  }

  function close(): void {
    opened.value = null;
  }

  function forgetAll(): void {
    shift += 1;
    byChat.clear();
    transcripts.clear();
    opened.value = null;
  }

  return { byChat, transcripts, opened, loadOfCustomer, loadTranscript, open, close, forgetAll };
});
