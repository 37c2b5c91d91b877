import { defineStore } from 'pinia';
import { shallowReactive, shallowRef } from 'vue';
import type { AppError, PastInteraction, Result, TranscriptEntry } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useClockStore } from './clock.store';

/** A response of the server that is requested once and cached. */
export type LookupState<T> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly value: T }
  | { readonly phase: 'failed'; readonly error: AppError };

const freshForMs = 3 * 60_000;

/**
 * A customer's earlier interactions and the transcripts of past ones. A transcript is read once and cached until
 * sign-out. Interactions may still change, so a list older than some minutes is read again when its chat is selected;
 * the old list is shown meanwhile. A failed request is repeated.
 */
export const useHistoryStore = defineStore('history', () => {
  const byChat = shallowReactive(new Map<string, LookupState<readonly PastInteraction[]>>());
  const transcripts = shallowReactive(new Map<string, LookupState<readonly TranscriptEntry[]>>());
  const opened = shallowRef<PastInteraction | null>(null);
  /** A response after sign-out must not reach the next supervisor. */
  let shift = 0;
  const readAt = new Map<string, number>();

  async function lookUp<T>(
    into: Map<string, LookupState<T>>,
    id: string,
    { ask, isOld = false }: { readonly ask: () => Promise<Result<T>>; readonly isOld?: boolean },
  ): Promise<void> {
    const known = into.get(id);
    if (known !== undefined && known.phase !== 'failed' && !isOld) return;
    const own = shift;
    if (known?.phase !== 'ready') into.set(id, { phase: 'loading' });
    const result = await ask();
    if (own !== shift) return;
    into.set(id, result.ok ? { phase: 'ready', value: result.value } : { phase: 'failed', error: result.error });
  }

  function loadOfCustomer(chatId: string): Promise<void> {
    const nowMs = useClockStore().now;
    const isKnown = byChat.get(chatId)?.phase === 'ready';
    const isOld = isKnown && nowMs - (readAt.get(chatId) ?? nowMs) >= freshForMs;
    if (!isKnown || isOld) readAt.set(chatId, nowMs);
    return lookUp(byChat, chatId, {
      isOld,
      ask: async () => {
        const result = await currentBridge().invoke('history.ofCustomer', { chatId });
        return result.ok ? { ok: true, value: result.value.interactions } : result;
      },
    });
  }

  function loadTranscript(interactionId: string, mayHaveGrown = false): Promise<void> {
    return lookUp(transcripts, interactionId, {
      isOld: mayHaveGrown,
      ask: async () => {
        const result = await currentBridge().invoke('history.transcript', { interactionId });
        return result.ok ? { ok: true, value: result.value.entries } : result;
      },
    });
  }

  function open(interaction: PastInteraction): void {
    opened.value = interaction;
    void loadTranscript(interaction.id, interaction.state !== 'ended');
  }

  function close(): void {
    opened.value = null;
  }

  function forgetAll(): void {
    shift += 1;
    byChat.clear();
    readAt.clear();
    transcripts.clear();
    opened.value = null;
  }

  return { byChat, transcripts, opened, loadOfCustomer, loadTranscript, open, close, forgetAll };
});
