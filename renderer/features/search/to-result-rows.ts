import type { Chat, Transcript, TranscriptEntry } from '../../../preload/contract';
import { entryAt, type ChatResult } from '../../domain/search/search-finds';

/** The number of messages per chat that are shown at first. */
const shownAtFirst = 3;

interface CurrentFloor {
  readonly chatOf: (chatId: string) => Chat | undefined;
  readonly transcriptOf: (chatId: string) => Transcript | undefined;
}

/** The rows of the result list. */
export type ResultRow =
  | { readonly type: 'chat'; readonly key: string; readonly chat: Chat; readonly facts: readonly string[] }
  | { readonly type: 'entry'; readonly key: string; readonly chat: Chat; readonly entry: TranscriptEntry }
  | { readonly type: 'more'; readonly key: string; readonly chat: Chat; readonly count: number };

/** The matches are fixed; the state of their chat is current. */
export function toResultRows(
  finds: readonly ChatResult[],
  openedChats: ReadonlySet<string>,
  { chatOf, transcriptOf }: CurrentFloor,
): readonly ResultRow[] {
  return finds.flatMap(({ chat: { id }, facts, entries }) => {
    const chat = chatOf(id);
    if (chat === undefined) return [];
    const shown = openedChats.has(chat.id) ? entries : entries.slice(0, shownAtFirst);
    const all = transcriptOf(chat.id)?.entries ?? [];
    const rows: ResultRow[] = [{ type: 'chat', key: `chat-${chat.id}`, chat, facts }];
    for (const index of shown) {
      const entry = entryAt(all, index);
      if (entry !== undefined) rows.push({ type: 'entry', key: `entry-${chat.id}-${String(index)}`, chat, entry });
    }
    const count = entries.length - shown.length;
    if (count > 0) rows.push({ type: 'more', key: `more-${chat.id}`, chat, count });
    return rows;
  });
}
