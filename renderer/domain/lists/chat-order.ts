import type { ListSort } from '../../../preload/contract';
import type { ChatGroup } from './chat-state';

/**
 * The groups of the list in order. Active chats are split by whether they need attention, or together (`active`) if
 * grouped by agent or team.
 */
export type ListGroup = ChatGroup | 'needsYou' | 'active' | 'aside';

export const listGroups: readonly ListGroup[] = ['invited', 'needsYou', 'live', 'active', 'aside', 'ended'];

/** The agent or team by which a group is divided further. */
export interface Section {
  readonly key: string;
  readonly label: string;
}

/** The values that decide the position of a chat. */
export interface RankedChat {
  readonly id: string;
  readonly group: ListGroup;
  /** The rank among chats that need attention; `null` for all others. */
  readonly urgency: number | null;
  readonly firstSeenAt: number;
  readonly endedAt: number | null;
  readonly waitingSince?: number | null;
  readonly agent?: string;
  readonly section?: Section | null;
}

/** A chat with its group. */
export interface OrderedChat {
  readonly id: string;
  readonly group: ListGroup;
}

/**
 * Invitations, then the most urgent, then calm chats in order of arrival, then snoozed and past ones. Calm chats are
 * sorted by waiting time only on request: it changes with every message, so the list would never be stable.
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
