import type { FloorChange, SharedWall, WallSlots, WallProposal } from '../../preload/contract';

/**
 * The order of chats on the wall, shared by all windows.
 *
 * 1. A window proposes an arrangement based on the revision it knows. A proposal based on an older revision is refused
 *    and the window takes the newer one, so tile numbers differ for one message at most.
 * 2. Chats that one window locks are locked in all windows.
 * 3. The first window that shows the wall reorders it; two would alternate.
 */
export class WallArrangement {
  readonly #publish: (windowId: number, wall: SharedWall) => void;
  readonly #windowIds: () => Iterable<number>;
  /** Locked chats by window, in the order in which windows opened the wall. */
  readonly #heldIn = new Map<number, readonly string[]>();
  #places: WallSlots = [];
  #revision = 0;

  constructor(windowIds: () => Iterable<number>, publish: (windowId: number, wall: SharedWall) => void) {
    this.#windowIds = windowIds;
    this.#publish = publish;
  }

  /** Applies floor changes: an arrangement belongs to one sign-in. */
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

  /** Removes a window that closed or no longer shows the wall. */
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

function isSame(left: WallSlots, right: WallSlots): boolean {
  return left.length === right.length && left.every((id, place) => id === right[place]);
}
