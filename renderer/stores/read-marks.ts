import { computed, shallowReactive, type ComputedRef } from 'vue';
import type { Chat, Transcript } from '../../preload/contract';
import { countAfter } from '../domain/transcript/unread';

/**
 * How far each chat was read in this console. It is never sent: reading leaves no trace on the server. The number of
 * unread messages is kept per chat, so that an entry makes only its own chat be counted again.
 */
export function createReadMarks(chats: ReadonlyMap<string, Chat>, transcripts: ReadonlyMap<string, Transcript>) {
  const marks = shallowReactive(new Map<string, number>());
  const counts = new Map<string, ComputedRef<number>>();

  function markRead(chatId: string, index: number): void {
    if (index > (marks.get(chatId) ?? -Infinity)) marks.set(chatId, index);
  }

  function countOf(chatId: string): ComputedRef<number> {
    const known = counts.get(chatId);
    if (known !== undefined) return known;
    const count = computed(() =>
      countAfter(transcripts.get(chatId)?.entries ?? [], marks.get(chatId) ?? Number.NEGATIVE_INFINITY),
    );
    counts.set(chatId, count);
    return count;
  }

  /** Messages by the customer or an agent after the mark. */
  function unreadOf(chatId: string): number {
    return countOf(chatId).value;
  }

  /** Of all chats together. */
  const unread = computed(() => [...chats.keys()].reduce((sum, chatId) => sum + countOf(chatId).value, 0));

  function forget(chatId: string): void {
    marks.delete(chatId);
    counts.delete(chatId);
  }

  function forgetAll(): void {
    marks.clear();
    counts.clear();
  }

  /** Drops the counts of chats that a snapshot no longer contains. */
  function forgetGone(): void {
    for (const chatId of counts.keys()) if (!chats.has(chatId)) counts.delete(chatId);
  }

  return { marks, markRead, unreadOf, unread, forget, forgetAll, forgetGone };
}
