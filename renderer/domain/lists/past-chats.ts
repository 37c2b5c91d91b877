import type { Chat, PastKept } from '../../../preload/contract';
import { isEnded } from './chat-state';

const minute = 60_000;
const keptMs: Readonly<Record<PastKept, number>> = {
  quarter: 15 * minute,
  hour: 60 * minute,
  day: 24 * 60 * minute,
  untilRemoved: Infinity,
};
/** The largest number of past chats, whatever their age. */
export const mostPast = 200;

export interface PastQuestion {
  readonly now: number;
  readonly kept: PastKept;
  /** Selected, or with an unsent text. */
  readonly isInUse: (chatId: string) => boolean;
}

/** Returns the past chats whose time in the list is up, and the oldest beyond the largest number. */
export function pastToLeave(chats: Iterable<Chat>, { now, kept, isInUse }: PastQuestion): readonly string[] {
  const past = [...chats].filter(isEnded).sort((one, other) => (other.endedAt ?? 0) - (one.endedAt ?? 0));
  return past
    .filter(({ endedAt }, place) => place >= mostPast || (endedAt !== null && now - endedAt >= keptMs[kept]))
    .map(({ id }) => id)
    .filter((id) => !isInUse(id));
}
