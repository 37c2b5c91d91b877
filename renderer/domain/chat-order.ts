import type { ListSort } from '../../preload/contract';
import type { ChatGroup } from './chat-state';

/**
 * The places of the list, in their order on the screen: chats that go on are apart by whether they need a person, or together
 * (`active`) where agents or teams divide them.
 */
export type ListGroup = ChatGroup | 'needsYou' | 'active' | 'aside';

export const listGroups: readonly ListGroup[] = ['invited', 'needsYou', 'live', 'active', 'aside', 'ended'];

/** What divides a group once more: an agent or a team. */
export interface Section {
  readonly key: string;
  readonly label: string;
}

/** What decides the place of a chat in the list. */
export interface RankedChat {
  readonly id: string;
  readonly group: ListGroup;
  /** The place among those that need a person; `null` for all others. */
  readonly urgency: number | null;
  readonly firstSeenAt: number;
  readonly endedAt: number | null;
  readonly waitingSince?: number | null;
  readonly agent?: string;
  readonly section?: Section | null;
}

/** A chat in its place. */
export interface OrderedChat {
  readonly id: string;
  readonly group: ListGroup;
}

/**
 * Invitations, then the most urgent first, then what goes well in the order it came, then what was set aside and what is past.
 * Unless it is wished, chats that go well are not sorted by their waits: those change with every line, and the list would never be
 * still.
 */
export function targetOrder(chats: readonly RankedChat[], sort: ListSort = 'attention'): OrderedChat[] {
  const bySort = comparisons[sort];
  return [...chats]
    .sort((one, other) => compareGroups(one, other) || bySort(one, other) || compareAges(one, other))
    .map(({ id, group }) => ({ id, group }));
}

type Comparison = (one: RankedChat, other: RankedChat) => number;

const last = Number.MAX_SAFE_INTEGER;
const comparisons: Readonly<Record<ListSort, Comparison>> = {
  attention: (one, other) => (one.urgency ?? last) - (other.urgency ?? last),
  waiting: (one, other) => (one.waitingSince ?? last) - (other.waitingSince ?? last),
  agent: (one, other) => (one.agent ?? '').localeCompare(other.agent ?? ''),
  age: () => 0,
};

const compareGroups: Comparison = (one, other) =>
  listGroups.indexOf(one.group) - listGroups.indexOf(other.group) ||
  (one.group === 'ended' ? (other.endedAt ?? 0) - (one.endedAt ?? 0) : 0) ||
  (one.section?.label ?? '').localeCompare(other.section?.label ?? '') ||
  compareTexts(one.section?.key ?? '', other.section?.key ?? '');

const compareAges: Comparison = (one, other) => one.firstSeenAt - other.firstSeenAt || compareTexts(one.id, other.id);

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
