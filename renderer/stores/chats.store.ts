import { defineStore } from 'pinia';
import { computed, shallowReactive, shallowRef } from 'vue';
import type { Chat, CommandRequest, Done, Mode, Result, Transcript } from '../../preload/contract';
import { mayBeSeenByCustomer } from '../../preload/contract/exposure';
import { currentBridge } from '../bridge/bridge';
import { useBargeInStore } from './barge-in.store';
import { usePendingCommandsStore } from './pending-commands.store';
import { createReadMarks } from './read-marks';

const modeCommand = { monitor: 'chats.monitor', coach: 'chats.coach', bargeIn: 'chats.bargeIn' } as const;

export interface SwitchOptions {
  /** The key or the button was held, or a question answered; without it a choice of "hold to barge in" asks back first. */
  readonly isHeld?: boolean;
  /** True while a failure of it is told where it was asked for. */
  readonly showsErrorInline?: () => boolean;
}

/** The chats the supervisor is in or was in, what was said in them, and which one is looked at. */
export const useChatsStore = defineStore('chats', () => {
  const chats = shallowReactive(new Map<string, Chat>());
  const transcripts = shallowReactive(new Map<string, Transcript>());
  const selectedId = shallowRef<string | null>(null);
  const { marks: readMarks, markRead, unreadOf, forget } = createReadMarks(transcripts);

  const selected = computed(() => (selectedId.value === null ? undefined : chats.get(selectedId.value)));
  /** Also where the server has not said: it may be so. */
  const visibleToCustomers = computed(() => [...chats.values()].filter(mayBeSeenByCustomer));

  function select(chatId: string | null): void {
    selectedId.value = chatId;
    void currentBridge().invoke('window.setActiveChat', { chatId });
  }

  /** The mode control and the composer of the chat in view say themselves why something failed. */
  const isInView = (chatId: string) => (): boolean => selectedId.value === chatId;

  /** How this window asked to come in, for the invitation that answers it. */
  const requestedModes = shallowReactive(new Map<string, Mode>());

  function intrude(
    wish: { agentId: string; chatId: string; mode: Mode },
    teller: Pick<SwitchOptions, 'showsErrorInline'> = {},
  ): Promise<Result<Done>> {
    requestedModes.set(wish.chatId, wish.mode);
    const { chatId, agentId, mode } = wish;
    const join = (): Promise<Result<Done>> =>
      usePendingCommandsStore().perform({ kind: 'intrude', chatId, agentId, ...teller }, (requestId) =>
        currentBridge().invoke('chats.intrude', { ...wish, requestId }),
      );
    return mode === 'bargeIn' && useBargeInStore().needsHold ? onceConfirmed(chatId, join) : join();
  }

  function perform(
    kind: 'accept' | 'reject' | 'leave',
    chatId: string,
    teller: Pick<SwitchOptions, 'showsErrorInline'> = {},
  ): Promise<Result<Done>> {
    return usePendingCommandsStore().perform({ kind, chatId, agentId: null, ...teller }, (requestId) =>
      currentBridge().invoke(`chats.${kind}`, { requestId, chatId }),
    );
  }

  /** For the next join only: nothing changes in a chat that was joined. */
  function nameNextJoin(chatId: string, displayName: string): Promise<Result<Done>> {
    return currentBridge().invoke('chats.nameNextJoin', { chatId, displayName });
  }

  function switchMode(chatId: string, mode: Mode, manner: SwitchOptions = {}): Promise<Result<Done>> {
    const { isHeld = false, showsErrorInline = isInView(chatId) } = manner;
    if (mode === 'bargeIn' && !isHeld && useBargeInStore().needsHold)
      return onceConfirmed(chatId, () => switchMode(chatId, mode, { ...manner, isHeld: true }));
    return usePendingCommandsStore().perform({ kind: mode, chatId, agentId: null, showsErrorInline }, (requestId) =>
      currentBridge().invoke(modeCommand[mode], { requestId, chatId }),
    );
  }

  /** Declined, it was not done, and there is nothing to tell about it. */
  async function onceConfirmed(chatId: string, act: () => Promise<Result<Done>>): Promise<Result<Done>> {
    return (await useBargeInStore().confirm(chatId)) ? act() : { ok: true, value: null };
  }

  /** A lost typing sign harms nobody, so its answer is not waited for and its failure not shown. */
  function typing(sign: CommandRequest<'chats.typing'>): void {
    void currentBridge().invoke('chats.typing', sign);
  }

  async function dismiss(chatId: string): Promise<void> {
    await currentBridge().invoke('chats.dismiss', { chatId });
    if (selectedId.value === chatId) select(null);
  }

  function replaceAll(allChats: readonly Chat[], allTranscripts: readonly Transcript[]): void {
    chats.clear();
    transcripts.clear();
    for (const transcript of allTranscripts) transcripts.set(transcript.chatId, transcript);
    for (const chat of allChats) chats.set(chat.id, chat);
    if (selectedId.value !== null && !chats.has(selectedId.value)) select(null);
  }

  function remove(chatId: string): void {
    chats.delete(chatId);
    transcripts.delete(chatId);
    forget(chatId);
    if (selectedId.value === chatId) select(null);
  }

  return {
    chats,
    transcripts,
    selectedId,
    selected,
    visibleToCustomers,
    select,
    readMarks,
    markRead,
    unreadOf,
    requestedModes,
    intrude,
    accept: (chatId: string, teller?: Pick<SwitchOptions, 'showsErrorInline'>) => perform('accept', chatId, teller),
    reject: (chatId: string) => perform('reject', chatId),
    leave: (chatId: string, teller?: Pick<SwitchOptions, 'showsErrorInline'>) => perform('leave', chatId, teller),
    switchMode,
    nameNextJoin,
    typing,
    dismiss,
    replaceAll,
    remove,
  };
});
