import { computed, shallowReactive, shallowRef, toValue, type ComputedRef, type ShallowRef } from 'vue';
import type { Chat, Transcript } from '../../preload/contract';
import { countAfter } from '../domain/transcript/unread';

interface UnreadCount {
  readonly count: ComputedRef<number>;
  readonly isGone: ShallowRef<boolean>;
}

/**
 * How far each chat was read in this console. It is never sent: reading leaves no trace on the server. The number of
 * unread messages is kept per chat, so that an entry makes only its own chat be counted again.
 */
export function createReadMarks(chats: ReadonlyMap<string, Chat>, transcripts: ReadonlyMap<string, Transcript>) {
  const marks = shallowReactive(new Map<string, number>());
  const counts = new Map<string, UnreadCount>();

  function markRead(chatId: string, index: number): void {
    if (index > (marks.get(chatId) ?? -Infinity)) marks.set(chatId, index);
  }

  function countOf(chatId: string): ComputedRef<number> {
    const known = counts.get(chatId);
    if (known !== undefined) return known.count;
    const isGone = shallowRef(false);
    const count = computed(() => {
      if (isGone.value) return 0;
      return countAfter(transcripts.get(chatId)?.entries ?? [], marks.get(chatId) ?? Number.NEGATIVE_INFINITY);
    });
    counts.set(chatId, { count, isGone });
    return count;
  }

  /** Messages by the customer or an agent after the mark. */
  function unreadOf(chatId: string): number {
    return countOf(chatId).value;
  }

  /** Of all chats together. */
  const unread = computed(() => [...chats.keys()].reduce((sum, chatId) => sum + countOf(chatId).value, 0));

  /** Vue keeps what a computed value has read until the value is computed again, also if no one has the value any more. */
  function dropCount(chatId: string): void {
    const dropped = counts.get(chatId);
    if (dropped === undefined) return;
    counts.delete(chatId);
    dropped.isGone.value = true;
    toValue(dropped.count);
  }

  function forget(chatId: string): void {
    marks.delete(chatId);
    dropCount(chatId);
  }

  function forgetAll(): void {
    marks.clear();
    for (const chatId of counts.keys()) dropCount(chatId);
  }

  /** Drops the counts of chats that a snapshot no longer contains. */
  function forgetGone(): void {
    for (const chatId of counts.keys()) if (!chats.has(chatId)) dropCount(chatId);
  }

  return { marks, markRead, unreadOf, unread, forget, forgetAll, forgetGone };
}
