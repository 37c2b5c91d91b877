import { defineStore } from 'pinia';
import { computed, shallowReactive, shallowRef } from 'vue';
import type {
  AttentionPreview,
  AttentionRule,
  AttentionSettings,
  ChatAttention,
  Done,
  Result,
} from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { attentionOrder } from '../../preload/contract/attention-order';
import { useChatsStore } from './chats.store';
import { useToastsStore } from './toasts.store';
import { useSetAsideStore } from './set-aside.store';

/**
 * The chats that need attention, with reasons. Main evaluates the rules; this is the window's copy and the commands to
 * acknowledge.
 */
export const useAttentionStore = defineStore('attention', () => {
  const aside = useSetAsideStore();
  const byChat = shallowReactive(new Map<string, ChatAttention>());

  /** The chats that need attention, most urgent first, including unjoined ones, without those that were set aside. */
  const order = computed(() => attentionOrder([...byChat.values()].filter(({ chatId }) => !aside.byChat.has(chatId))));
  /** Those of them that can be opened at once. */
  const openable = computed(() => order.value.filter(({ unjoined }) => unjoined === null).map(({ chatId }) => chatId));

  /** A chat that cannot be opened: the list scrolls to it and focuses it. */
  const pointed = shallowRef<{ readonly chatId: string } | null>(null);

  /** Returns the most urgent chat or, from one of them, the next one down, starting over after the last. */
  function nextAfter(chatId: string | null): ChatAttention | null {
    const at = chatId === null ? -1 : order.value.findIndex((one) => one.chatId === chatId);
    return order.value[at + 1] ?? order.value[0] ?? null;
  }

  /** Selects the most urgent chat or the next one after the current; `false` if no chat needs attention. */
  function goToNext(): boolean {
    const chats = useChatsStore();
    const next = nextAfter(pointed.value?.chatId ?? chats.selectedId);
    pointed.value = next === null || next.unjoined === null ? null : { chatId: next.chatId };
    if (next !== null && next.unjoined === null) chats.select(next.chatId);
    return next !== null;
  }

  function replaceAll(all: readonly ChatAttention[]): void {
    byChat.clear();
    for (const one of all) byChat.set(one.chatId, one);
  }

  function change(chatId: string, attention: ChatAttention | null): void {
    if (attention === null) byChat.delete(chatId);
    else byChat.set(chatId, attention);
  }

  async function showError(pending: Promise<Result<Done>>): Promise<void> {
    const result = await pending;
    if (!result.ok) useToastsStore().addProblem(result.error);
  }

  /** Hides these reasons until they get worse. */
  function acknowledge(chatId: string, rules: readonly AttentionRule[]): Promise<void> {
    return showError(currentBridge().invoke('attention.acknowledge', { chatId, rules }));
  }

  function unacknowledge(chatId: string): Promise<void> {
    return showError(currentBridge().invoke('attention.unacknowledge', { chatId }));
  }

  function preview(settings: AttentionSettings): Promise<Result<AttentionPreview>> {
    return currentBridge().invoke('attention.preview', { settings });
  }

  function defaults(): Promise<Result<AttentionSettings>> {
    return currentBridge().invoke('attention.defaults', null);
  }

  return {
    byChat,
    order,
    openable,
    pointed,
    goToNext,
    replaceAll,
    change,
    acknowledge,
    unacknowledge,
    preview,
    defaults,
  };
});
