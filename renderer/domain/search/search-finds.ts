import type { Chat, Transcript, TranscriptEntry } from '../../../preload/contract';
import { isEnded } from '../chat-state';
import type { ChatMatch } from './search-index';

/** What was found in one chat. */
export interface ChatResult {
  readonly chat: Chat;
  /** Names of the facts of the chat in which something of the query stands. */
  readonly facts: readonly string[];
  /** Indexes of the entries found, the newest first; see `entryAt`. */
  readonly entries: readonly number[];
  /** When the newest of them was said, or else when the chat began. */
  readonly latestAt: number;
}

interface Floor {
  readonly chatOf: (chatId: string) => Chat | undefined;
  readonly transcriptOf: (chatId: string) => Transcript | undefined;
}

/** Puts finds in the order in which they are read: chats that go on before chats that ended, the latest find first. */
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

/** The entry with that index; entries stand in the order of their indexes. */
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
