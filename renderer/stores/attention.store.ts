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
import { attentionOrder } from '../domain/attention-order';
import { useChatsStore } from './chats.store';
import { useToastsStore } from './toasts.store';
import { useSetAsideStore } from './set-aside.store';

/** Which chats need a person, and why. Main judges; this is the window's copy and the way to say "seen to". */
export const useAttentionStore = defineStore('attention', () => {
  const aside = useSetAsideStore();
  const byChat = shallowReactive(new Map<string, ChatAttention>());

  /** The chats that need a person now, most urgent first, also those the supervisor is not in; none that was set aside. */
  const order = computed(() => attentionOrder([...byChat.values()].filter(({ chatId }) => !aside.byChat.has(chatId))));
  /** Those of them that can be opened at once. */
  const openable = computed(() => order.value.filter(({ unjoined }) => unjoined === null).map(({ chatId }) => chatId));

  /** A chat that cannot be opened is pointed at instead: the list shows it and hands over the keyboard. */
  const pointed = shallowRef<{ readonly chatId: string } | null>(null);

  /** The most urgent; from one of them the next one down, and from the last the first again. */
  function nextAfter(chatId: string | null): ChatAttention | null {
    const at = chatId === null ? -1 : order.value.findIndex((one) => one.chatId === chatId);
    return order.value[at + 1] ?? order.value[0] ?? null;
  }

  /** Goes to the most urgent chat, or on from where somebody is; `false` when nobody needs a person. */
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

  async function told(asked: Promise<Result<Done>>): Promise<void> {
    const result = await asked;
    if (!result.ok) useToastsStore().addProblem(result.error);
  }

  /** Quiet until it gets worse. */
  function acknowledge(chatId: string, rules: readonly AttentionRule[]): Promise<void> {
    return told(currentBridge().invoke('attention.acknowledge', { chatId, rules }));
  }

  function unacknowledge(chatId: string): Promise<void> {
    return told(currentBridge().invoke('attention.unacknowledge', { chatId }));
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
