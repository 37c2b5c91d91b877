import type { ChatGroup } from './chat-state';

/** The places of the list, in their order on the screen: chats that go on are apart by whether they need a person. */
export type ListGroup = ChatGroup | 'needsYou';

export const listGroups: readonly ListGroup[] = ['invited', 'needsYou', 'live', 'ended'];

/** What decides the place of a chat in the list. */
export interface RankedChat {
  readonly id: string;
  readonly group: ListGroup;
  /** The place among those that need a person; `null` for all others. */
  readonly urgency: number | null;
  readonly firstSeenAt: number;
  readonly endedAt: number | null;
}

/** A chat in its place. */
export interface PlacedChat {
  readonly id: string;
  readonly group: ListGroup;
}

/**
 * Invitations, then the most urgent first, then what goes well in the order it came, then what just ended. Chats that go well
 * are not sorted by their waits: those change with every line, and the list would never be still.
 */
export function wantedOrder(chats: readonly RankedChat[]): PlacedChat[] {
  return [...chats].sort(compareChats).map(({ id, group }) => ({ id, group }));
}

function compareChats(one: RankedChat, other: RankedChat): number {
  return (
    listGroups.indexOf(one.group) - listGroups.indexOf(other.group) ||
    (one.group === 'ended' ? (other.endedAt ?? 0) - (one.endedAt ?? 0) : 0) ||
    (one.group === 'needsYou' ? (one.urgency ?? 0) - (other.urgency ?? 0) : 0) ||
    one.firstSeenAt - other.firstSeenAt ||
    (one.id < other.id ? -1 : Number(one.id > other.id))
  );
}
