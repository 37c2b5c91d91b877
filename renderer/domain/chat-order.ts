import type { ChatGroup } from './chat-state';

/** What decides the place of a chat in the list. */
export interface RankedChat {
  readonly id: string;
  readonly group: ChatGroup;
  readonly waitingSince: number | null;
  readonly firstSeenAt: number;
  readonly endedAt: number | null;
}

/** A chat in its place. */
export interface PlacedChat {
  readonly id: string;
  readonly group: ChatGroup;
}

const groupPlace: Readonly<Record<ChatGroup, number>> = { invited: 0, live: 1, ended: 2 };

/** Invitations, then the longest wait first, then who waits for nothing in the order they came, then what just ended. */
export function wantedOrder(chats: readonly RankedChat[]): PlacedChat[] {
  return [...chats].sort(compareChats).map(({ id, group }) => ({ id, group }));
}

function compareChats(one: RankedChat, other: RankedChat): number {
  return (
    groupPlace[one.group] - groupPlace[other.group] ||
    (one.group === 'ended'
      ? (other.endedAt ?? 0) - (one.endedAt ?? 0)
      : comparePresentFirst(one.waitingSince, other.waitingSince)) ||
    one.firstSeenAt - other.firstSeenAt ||
    (one.id < other.id ? -1 : Number(one.id > other.id))
  );
}

function comparePresentFirst(one: number | null, other: number | null): number {
  if (one === null) return other === null ? 0 : 1;
  return other === null ? -1 : one - other;
}
