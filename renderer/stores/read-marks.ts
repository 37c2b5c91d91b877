import { shallowReactive } from 'vue';
import type { Transcript } from '../../preload/contract';

/** How far each chat was read in this console. It is never sent: reading leaves no trace on the server. */
export function createReadMarks(transcripts: ReadonlyMap<string, Transcript>) {
  const marks = shallowReactive(new Map<string, number>());

  function markRead(chatId: string, index: number): void {
    if (index > (marks.get(chatId) ?? -Infinity)) marks.set(chatId, index);
  }

  /** Messages by the customer or an agent after the mark. */
  function unreadOf(chatId: string): number {
    const entries = transcripts.get(chatId)?.entries ?? [];
    const mark = marks.get(chatId) ?? -Infinity;
    let unread = 0;
    for (let position = entries.length - 1; position >= 0; position -= 1) {
      const entry = entries[position];
      if (entry === undefined || entry.index <= mark) break;
      if (entry.kind === 'text' && (entry.author.kind === 'customer' || entry.author.kind === 'agent')) unread += 1;
    }
    return unread;
  }

  function forget(chatId: string): void {
    marks.delete(chatId);
  }

  return { marks, markRead, unreadOf, forget };
}
