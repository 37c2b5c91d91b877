import type { FloorChange, SharedWall, WallSlots, WallProposal } from '../../preload/contract';

/**
 * What stands where on the wall, once for all windows.
 *
 * 1. A window proposes an arrangement made from the revision it knows. A proposal made from an older one is refused, and the window
 *    goes on with the newer one, so that a tile never has two numbers for longer than a message takes.
 * 2. What one window holds in place is held in all of them.
 * 3. The first window that shows the wall reorders it; two that did would take turns.
 */
export class WallArrangement {
  readonly #publish: (windowId: number, wall: SharedWall) => void;
  readonly #windowIds: () => Iterable<number>;
  /** Held chats of each window that shows the wall, the longest there first. */
  readonly #heldIn = new Map<number, readonly string[]>();
  #places: WallSlots = [];
  #revision = 0;

  constructor(windowIds: () => Iterable<number>, publish: (windowId: number, wall: SharedWall) => void) {
    this.#windowIds = windowIds;
    this.#publish = publish;
  }

  /** Follows the floor: the arrangement belongs to one sign-in. */
  apply(changes: readonly FloorChange[]): void {
    const isOver = changes.some((change) => change.type === 'sessionChanged' && change.session.phase === 'signedOut');
    if (!isOver || this.#places.length === 0) return;
    this.#replace([]);
    this.#publishExcept(null);
  }

  read(windowId: number): SharedWall {
    const [first] = this.#heldIn.keys();
    const heldElsewhere = [...this.#heldIn].flatMap(([id, lockedIds]) => (id === windowId ? [] : lockedIds));
    return {
      places: this.#places,
      revision: this.#revision,
      heldElsewhere,
      reorders: first === undefined || first === windowId,
    };
  }

  settle(windowId: number, { places, basedOn, lockedIds }: WallProposal): SharedWall {
    const heldBefore = this.#heldIn.get(windowId);
    this.#heldIn.set(windowId, lockedIds);
    const isAccepted = basedOn === this.#revision && !isSame(places, this.#places);
    if (isAccepted) this.#replace(places);
    if (isAccepted || !isSame(lockedIds, heldBefore ?? [])) this.#publishExcept(windowId);
    return this.read(windowId);
  }

  /** The window shows the wall no longer, or is gone. */
  leave(windowId: number): void {
    if (this.#heldIn.delete(windowId)) this.#publishExcept(windowId);
  }

  #replace(places: WallSlots): void {
    this.#places = places;
    this.#revision += 1;
  }

  #publishExcept(windowId: number | null): void {
    for (const id of this.#windowIds()) if (id !== windowId) this.#publish(id, this.read(id));
  }
}

function isSame(one: WallSlots, other: WallSlots): boolean {
  return one.length === other.length && one.every((id, place) => id === other[place]);
}
