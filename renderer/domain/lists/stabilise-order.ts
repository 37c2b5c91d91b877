import { listGroups, type ListGroup, type OrderedChat } from './chat-order';
import { longestIncreasingSubsequence } from './longest-increasing-subsequence';

/**
 * Moves the displayed order towards the target order without moving a row under the pointer.
 *
 * Between reorders (`reorder: false`) chats only appear, disappear, begin, end and come to need attention; the others
 * keep their order and their attention group. At a reorder the list takes the target order. In both cases locked rows
 * (under the pointer or focused) keep their position, and their group as far as it still extends there.
 */
export interface SettleRequest {
  readonly shown: readonly OrderedChat[];
  readonly wanted: readonly OrderedChat[];
  readonly lockedIds: readonly string[];
  readonly reorder: boolean;
}

export function stabiliseOrder({ shown, wanted, lockedIds, reorder }: SettleRequest): OrderedChat[] {
  const next = reorder ? [...wanted] : amended(shown, wanted);
  const present = new Set(next.map(({ id }) => id));
  const isHeld = (id: string): boolean => lockedIds.includes(id) && present.has(id);
  const settled = next.filter(({ id }) => !isHeld(id) || !shown.some((chat) => chat.id === id));
  shown.forEach((chat, place) => {
    if (isHeld(chat.id)) putHeld(settled, chat, place);
  });
  return settled;
}

/**
 * The chats that moved up or down among the existing ones: the smallest set that explains the new order, so that a chat
 * that only made space is not named.
 */
export function movedIds(
  before: readonly OrderedChat[],
  after: readonly OrderedChat[],
): ReadonlyMap<string, 'up' | 'down'> {
  const stayed = new Set(after.map(({ id }) => id));
  const oldOrder = before.filter(({ id }) => stayed.has(id)).map(({ id }) => id);
  const placeBefore = new Map(oldOrder.map((id, place) => [id, place]));
  const newOrder = after.flatMap(({ id }) => {
    const was = placeBefore.get(id);
    return was === undefined ? [] : [{ id, was }];
  });
  const kept = longestIncreasingSubsequence(newOrder.map(({ was }) => was));
  const moved = new Map<string, 'up' | 'down'>();
  newOrder.forEach(({ id, was }, place) => {
    if (!kept.has(was)) moved.set(id, was > place ? 'up' : 'down');
  });
  return moved;
}

function putHeld(others: OrderedChat[], held: OrderedChat, heldPlace: number): void {
  const rank = listGroups.indexOf(held.group);
  const first = others.filter(({ group }) => listGroups.indexOf(group) < rank).length;
  const afterLast = first + others.filter(({ group }) => group === held.group).length;
  others.splice(Math.min(Math.max(heldPlace, first), afterLast), 0, held);
}

/** The displayed order without removed chats, with each new chat after the one that it should follow. */
function amended(shown: readonly OrderedChat[], wanted: readonly OrderedChat[]): OrderedChat[] {
  const shownGroup = new Map(shown.map(({ id, group }) => [id, group]));
  const awaited = wanted.map(({ id, group }) => ({ id, group: untilSettled(shownGroup.get(id), group) }));
  const wantedGroup = new Map(awaited.map(({ id, group }) => [id, group]));
  return listGroups.flatMap((group) => {
    const wantedHere = awaited.filter((chat) => chat.group === group).map(({ id }) => id);
    const here = shown.filter((chat) => chat.group === group && wantedGroup.get(chat.id) === group).map(({ id }) => id);
    const known = new Set(here);
    wantedHere.forEach((id, place) => {
      if (known.has(id)) return;
      const predecessor = wantedHere[place - 1];
      here.splice(predecessor === undefined ? 0 : here.indexOf(predecessor) + 1, 0, id);
      known.add(id);
    });
    return here.map((id) => ({ id, group }));
  });
}

/**
 * A chat that comes to need attention stands there at once: under "on track" it would be taken for calm. One that
 * ceases to need it waits, so that the row does not leave while someone reads its reason.
 */
function untilSettled(shown: ListGroup | undefined, wanted: ListGroup): ListGroup {
  return shown === 'needsYou' && wanted === 'live' ? shown : wanted;
}
