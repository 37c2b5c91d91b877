import { ref, shallowRef } from 'vue';
import type { Result, SharedWall, WallSlots, WallProposal } from '../../preload/contract';

/**
 * The arrangement of the wall as all windows have it. A window settles its tiles at once and proposes that to main; what another window
 * settled meanwhile replaces it.
 */
export function createWallSharing(main: {
  readonly propose: (proposal: WallProposal) => Promise<Result<SharedWall>>;
  readonly leave: () => Promise<unknown>;
}) {
  const places = shallowRef<WallSlots>([]);
  const heldElsewhere = shallowRef<readonly string[]>([]);
  const reorders = ref(true);
  let revision = 0;
  /** As last proposed; `null` while this window does not show the wall. */
  let heldHere: readonly string[] | null = null;
  let isUnderWay = false;
  let next: Omit<WallProposal, 'basedOn'> | null = null;

  /** Takes over what main says, unless it is older than what is known. */
  function hear(shared: SharedWall): void {
    if (shared.revision < revision) return;
    if (shared.revision > revision && !isSame(shared.places, places.value)) {
      places.value = shared.places;
      // What waits was settled from the arrangement before this one.
      next = null;
    }
    revision = shared.revision;
    heldElsewhere.value = shared.heldElsewhere;
    reorders.value = shared.reorders;
  }

  function settle(settled: WallSlots, lockedIds: readonly string[]): void {
    if (heldHere !== null && isSame(lockedIds, heldHere) && isSame(settled, places.value)) return;
    heldHere = lockedIds;
    places.value = settled;
    next = { places: settled, lockedIds };
    if (!isUnderWay) void proposeNext();
  }

  async function proposeNext(): Promise<void> {
    isUnderWay = true;
    while (next !== null) {
      const proposal = { ...next, basedOn: revision };
      next = null;
      const result = await main.propose(proposal);
      if (result.ok) hear(result.value);
    }
    isUnderWay = false;
  }

  function leave(): void {
    heldHere = null;
    next = null;
    void main.leave();
  }

  return { places, heldElsewhere, reorders, hear, settle, leave };
}

function isSame(one: WallSlots, other: WallSlots): boolean {
  return one.length === other.length && one.every((id, place) => id === other[place]);
}
