import type { AttentionSettings, ChatAttention, SetAside } from '../../../../preload/contract';
import { isStillAside } from '../../../../preload/contract/set-aside';
import type { Listening } from '../listening';
import { evaluateItem, type QueueItem } from '../queue-item';

/** The whole queue at one time. */
export interface QueueState {
  readonly items: readonly QueueItem[];
  readonly settings: AttentionSettings;
  /** Stored snoozes; those that are over count as none. */
  readonly setAside: readonly SetAside[];
  /** Snoozes use this computer's clock; everything else the server's. */
  readonly serverClockOffsetMs: number;
  readonly listening: Listening;
  /** Epoch milliseconds on the server's clock up to which the floor is known. */
  readonly now: number;
  readonly isLive: boolean;
}

/** How far ahead waiting is followed, in milliseconds. */
export const horizonMs = 30 * 60_000;

/** Returns the attention of all chats that are not snoozed. */
export function listedAt(queue: QueueState): readonly ChatAttention[] {
  const { items, settings, now } = queue;
  return items.flatMap((item) => {
    const { attention } = evaluateItem(item, settings, now);
    return attention === null || isAside(item, queue, now) ? [] : [attention];
  });
}

export function isAside(
  { chatId, joined }: QueueItem,
  { setAside, serverClockOffsetMs }: Pick<QueueState, 'setAside' | 'serverClockOffsetMs'>,
  now: number,
): boolean {
  const snooze = setAside.find((one) => one.chatId === chatId);
  const known = { now: now - serverClockOffsetMs, lastIndex: joined?.trace.lastIndex ?? null };
  return snooze !== undefined && isStillAside(snooze, known);
}
