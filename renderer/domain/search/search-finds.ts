import type { Chat, Transcript, TranscriptEntry } from '../../../preload/contract';
import { isEnded } from '../lists/chat-state';
import type { ChatMatch } from './search-index';

/** The search result of one chat. */
export interface ChatResult {
  readonly chat: Chat;
  /** The names of the matching facts. */
  readonly facts: readonly string[];
  /** The indexes of the matching entries, newest first; see `entryAt`. */
  readonly entries: readonly number[];
  /** The time of the newest matching entry, otherwise the start of the chat. */
  readonly latestAt: number;
}

interface Floor {
  readonly chatOf: (chatId: string) => Chat | undefined;
  readonly transcriptOf: (chatId: string) => Transcript | undefined;
}

/** Sorts the results: active chats before past ones, the latest match first. */
export function sortResults(matches: readonly ChatMatch[], floor: Floor): readonly ChatResult[] {
  const finds = matches.flatMap(({ chatId, facts, entries }) => {
    const chat = floor.chatOf(chatId);
    if (chat === undefined) return [];
    const newest = entryAt(floor.transcriptOf(chatId)?.entries ?? [], entries.at(-1) ?? NaN);
    const latestAt = newest?.at ?? chat.receivedAt ?? chat.firstSeenAt;
    return [{ chat, facts, entries: entries.toReversed(), latestAt }];
  });
  return finds.toSorted(
    (one, other) => Number(isEnded(one.chat)) - Number(isEnded(other.chat)) || other.latestAt - one.latestAt,
  );
}

/** Returns the entry with that index; entries are sorted by index. */
export function entryAt(entries: readonly TranscriptEntry[], index: number): TranscriptEntry | undefined {
  let low = 0;
  let high = entries.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry === undefined || entry.index === index) return entry;
    if (entry.index < index) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
