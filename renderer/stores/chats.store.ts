import { defineStore } from 'pinia';
import { computed, shallowReactive, shallowRef, toValue } from 'vue';
import type { Chat, CommandRequest, Done, Mode, Result, Transcript } from '../../preload/contract';
import { mayBeSeenByCustomer } from '../../preload/contract/exposure';
import { currentBridge } from '../bridge/bridge';
import { useBargeInStore } from './barge-in.store';
import { usePendingCommandsStore } from './pending-commands.store';
import { createReadMarks } from './read-marks';

export interface SwitchOptions {
  /**
   * True if the key or button was held or the confirmation accepted; otherwise "hold to barge in" asks for
   * confirmation.
   */
  readonly isHeld?: boolean;
  /** True while the control that sent the command shows its errors itself. */
  readonly showsErrorInline?: () => boolean;
}

/** The current and past chats of the supervisor, their transcripts, and the selected chat. */
export const useChatsStore = defineStore('chats', () => {
  const chats = shallowReactive(new Map<string, Chat>());
  const transcripts = shallowReactive(new Map<string, Transcript>());
  const selectedId = shallowRef<string | null>(null);
  const { marks: readMarks, ...marking } = createReadMarks(chats, transcripts);
  const { markRead, unreadOf, unread, forget, forgetGone } = marking;

  const selected = computed(() => (selectedId.value === null ? undefined : chats.get(selectedId.value)));
  /** Includes chats where the server has not confirmed it: the supervisor may be visible. */
  const visibleToCustomers = computed(() => [...chats.values()].filter(mayBeSeenByCustomer));

  function select(chatId: string | null): void {
    selectedId.value = chatId;
    void currentBridge().invoke('window.setActiveChat', { chatId });
  }

  /** The mode control and the composer of the selected chat show these errors themselves. */
  const isInView = (chatId: string) => (): boolean => selectedId.value === chatId;

  /** The mode requested for each chat, for the invitation that follows. */
  const requestedModes = shallowReactive(new Map<string, Mode>());

  function intrude(
    target: { agentId: string; chatId: string; mode: Mode },
    teller: Pick<SwitchOptions, 'showsErrorInline'> = {},
  ): Promise<Result<Done>> {
    requestedModes.set(target.chatId, target.mode);
    const { chatId, agentId, mode } = target;
    const join = (): Promise<Result<Done>> =>
      usePendingCommandsStore().perform({ kind: 'intrude', chatId, agentId, ...teller }, (requestId) =>
        currentBridge().invoke('chats.intrude', { ...target, requestId }),
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

  /** Applies to the next join; a joined chat does not change. */
  function nameNextJoin(chatId: string, displayName: string): Promise<Result<Done>> {
    return currentBridge().invoke('chats.nameNextJoin', { chatId, displayName });
  }

  function switchMode(chatId: string, mode: Mode, manner: SwitchOptions = {}): Promise<Result<Done>> {
    const { isHeld = false, showsErrorInline = isInView(chatId) } = manner;
    if (mode === 'bargeIn' && !isHeld && useBargeInStore().needsHold)
      return onceConfirmed(chatId, () => switchMode(chatId, mode, { ...manner, isHeld: true }));
    return usePendingCommandsStore().perform({ kind: mode, chatId, agentId: null, showsErrorInline }, (requestId) =>
      currentBridge().invoke(`chats.${mode}`, { requestId, chatId }),
    );
  }

  /** Declining the confirmation is not an error, so nothing is shown. */
  async function onceConfirmed(chatId: string, act: () => Promise<Result<Done>>): Promise<Result<Done>> {
    return (await useBargeInStore().confirm(chatId)) ? act() : { ok: true, value: null };
  }

  /** A lost typing event is harmless, so the response is not awaited and an error not shown. */
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
    forgetGone();
    if (selectedId.value !== null && !chats.has(selectedId.value)) select(null);
    forgetSelected();
  }

  /** A computed value keeps its last result, here a chat with its texts, until it is read again. */
  function forgetSelected(): void {
    if (selectedId.value === null) toValue(selected);
  }

  function remove(chatId: string): void {
    chats.delete(chatId);
    transcripts.delete(chatId);
    requestedModes.delete(chatId);
    forget(chatId);
    if (selectedId.value === chatId) select(null);
  }

  /** Forgets what this window alone knows of the chats of a supervisor. */
  function forgetAll(): void {
    requestedModes.clear();
    marking.forgetAll();
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
    unread,
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
    forgetAll,
  };
});
