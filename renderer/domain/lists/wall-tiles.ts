import type { PinnedTile, WallSettings, WallSlots } from '../../../preload/contract';

export interface WallRequest {
  readonly shown: WallSlots;
  readonly choices: WallSettings;
  /** The chats that may fill slots automatically, most urgent first. */
  readonly wanted: readonly string[];
  /** The chats that must not move: being read or written in, or visible to others. */
  readonly lockedIds: readonly string[];
  /** Whether a chat can still be shown, active or ended. */
  readonly isListed: (chatId: string) => boolean;
  /** False between reorders: then only empty slots are filled. */
  readonly reorder: boolean;
}

/**
 * Fills the wall.
 *
 * 1. A pinned chat has its slot, even after its end.
 * 2. A locked chat stays. A pin or a smaller wall may move it to another slot, but never remove it.
 * 3. A chat that still qualifies stays, so that users can rely on positions.
 * 4. The other slots go to the most urgent remaining chats, in order; an ended chat stays until its slot is needed.
 */
export function layoutWall(request: WallRequest): WallSlots {
  const { shown, choices, wanted, lockedIds, isListed } = request;
  const places: (string | null)[] = Array.from({ length: choices.tileCount }, () => null);
  const used = new Set<string>();
  const put = (id: string, place: number): void => {
    places[place] = id;
    used.add(id);
  };
  const putAnywhere = (id: string): void => {
    const free = places.indexOf(null);
    if (free >= 0 && !used.has(id)) put(id, free);
  };
  const stay = (isStaying: (id: string) => boolean): void => {
    shown.forEach((id, place) => {
      if (id !== null && places[place] === null && !used.has(id) && isListed(id) && isStaying(id)) put(id, place);
    });
  };

  for (const { chatId, place } of choices.pinned) {
    if (isListed(chatId) && places[place] === null && !used.has(chatId)) put(chatId, place);
  }
  stay((id) => lockedIds.includes(id));
  const displaced = [...shown.filter((id) => id !== null && lockedIds.includes(id)), ...choices.pinned.map(idOf)];
  const pushed = [...new Set(displaced)].filter((id) => id !== null).filter((id) => isListed(id) && !used.has(id));
  if (choices.fill === 'attention') {
    // Displaced locked chats need a slot.
    const keepsAll = !request.reorder && pushed.length === 0;
    const free = places.filter((id) => id === null).length - pushed.length;
    const coming = wanted
      .filter((id) => !used.has(id) && !pushed.includes(id) && isListed(id))
      .slice(0, Math.max(0, free));
    stay((id) => !pushed.includes(id) && (keepsAll || coming.includes(id)));
    pushed.forEach(putAnywhere);
    // A tile displaced by a move goes to the slot that was left, and stays on the wall.
    if (keepsAll) for (const id of shown) if (id !== null && isListed(id)) putAnywhere(id);
    coming.forEach(putAnywhere);
    stay(() => true);
    for (const id of shown) if (id !== null && isListed(id)) putAnywhere(id);
  }
  pushed.forEach(putAnywhere);
  return places;
}

const idOf = (pin: PinnedTile): string => pin.chatId;

export interface WallSwap {
  readonly place: number;
  readonly addedId: string;
  readonly removedId: string;
}

/** The slots whose chat changed and whose former chat left the wall. */
export function swapsBetween(before: WallSlots, after: WallSlots): readonly WallSwap[] {
  return after.flatMap((addedId, place) => {
    const removedId = before[place] ?? null;
    const isSwap = addedId !== null && removedId !== null && !after.includes(removedId) && !before.includes(addedId);
    return isSwap ? [{ place, addedId, removedId }] : [];
  });
}

/** The pins with one more, at its slot or at the first free one; `null` if every slot is pinned. */
export function withPin(
  choices: WallSettings,
  chatId: string,
  requestedSlot: number | null,
): readonly PinnedTile[] | null {
  const others = choices.pinned.filter((pin) => pin.chatId !== chatId);
  const taken = new Set(others.map(({ place }) => place));
  const all = Array.from({ length: choices.tileCount }, (_, place) => place);
  const place = requestedSlot ?? all.find((one) => !taken.has(one));
  if (place === undefined || place >= choices.tileCount) return null;
  return [...others.filter((pin) => pin.place !== place), { chatId, place }];
}

export function withoutPin(choices: WallSettings, chatId: string): readonly PinnedTile[] {
  return choices.pinned.filter((pin) => pin.chatId !== chatId);
}

/** Moves a tile to another slot and pins it there; a pin in that slot moves to the slot that was left. */
export function movedPin(
  choices: WallSettings,
  chatId: string,
  way: { from: number; to: number },
): readonly PinnedTile[] {
  const other = choices.pinned.find((pin) => pin.place === way.to);
  const rest = choices.pinned.filter((pin) => pin.chatId !== chatId && pin.place !== way.to);
  return [...rest, { chatId, place: way.to }, ...(other === undefined ? [] : [{ ...other, place: way.from }])];
}
