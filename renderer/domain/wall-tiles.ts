import type { PinnedTile, WallSettings, WallSlots } from '../../preload/contract';

export interface WallRequest {
  readonly shown: WallSlots;
  readonly choices: WallSettings;
  /** The chats that may come by themselves, most urgent first. */
  readonly wanted: readonly string[];
  /** The chats that are read or written in, or in which somebody sees the supervisor: none of them may go or move. */
  readonly lockedIds: readonly string[];
  /** Whether a chat can still be shown, going on or over. */
  readonly isListed: (chatId: string) => boolean;
  /** False between two settlements: then only empty places are filled. */
  readonly reorder: boolean;
}

/**
 * Fills the wall.
 *
 * 1. A pin has its place, also when its chat is over.
 * 2. What is held stays where it is; a pin or a smaller wall may push it to another place, but never off the wall.
 * 3. What stands there and is still wanted stays where it is, so that the wall is learned by heart.
 * 4. The rest of the places go to the most urgent of the others, in order; a chat that is over stays until its place is needed.
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
    // Room has to be made for what was pushed away.
    const keepsAll = !request.reorder && pushed.length === 0;
    const free = places.filter((id) => id === null).length - pushed.length;
    const coming = wanted
      .filter((id) => !used.has(id) && !pushed.includes(id) && isListed(id))
      .slice(0, Math.max(0, free));
    stay((id) => !pushed.includes(id) && (keepsAll || coming.includes(id)));
    pushed.forEach(putAnywhere);
    // A tile in whose place another was carried goes to the place left behind, and not from the wall.
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

/** Where another chat stands now than before, and the one that was there is gone from the wall. */
export function swapsBetween(before: WallSlots, after: WallSlots): readonly WallSwap[] {
  return after.flatMap((addedId, place) => {
    const removedId = before[place] ?? null;
    const isSwap = addedId !== null && removedId !== null && !after.includes(removedId) && !before.includes(addedId);
    return isSwap ? [{ place, addedId, removedId }] : [];
  });
}

/** The pins with one more, at its place or at the first that has none; `null` when every place has one. */
export function withPin(
  choices: WallSettings,
  chatId: string,
  wishedPlace: number | null,
): readonly PinnedTile[] | null {
  const others = choices.pinned.filter((pin) => pin.chatId !== chatId);
  const taken = new Set(others.map(({ place }) => place));
  const all = Array.from({ length: choices.tileCount }, (_, place) => place);
  const place = wishedPlace ?? all.find((one) => !taken.has(one));
  if (place === undefined || place >= choices.tileCount) return null;
  return [...others.filter((pin) => pin.place !== place), { chatId, place }];
}

export function withoutPin(choices: WallSettings, chatId: string): readonly PinnedTile[] {
  return choices.pinned.filter((pin) => pin.chatId !== chatId);
}

/** Carries a tile to another place, where it is pinned; a pin that stood there takes the place left behind. */
export function movedPin(
  choices: WallSettings,
  chatId: string,
  way: { from: number; to: number },
): readonly PinnedTile[] {
  const other = choices.pinned.find((pin) => pin.place === way.to);
  const rest = choices.pinned.filter((pin) => pin.chatId !== chatId && pin.place !== way.to);
  return [...rest, { chatId, place: way.to }, ...(other === undefined ? [] : [{ ...other, place: way.from }])];
}
