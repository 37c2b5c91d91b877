import { ref, shallowRef } from 'vue';
import type { Result, SharedWall, WallSlots, WallProposal } from '../../preload/contract';

/**
 * The layout of the wall, shared by all windows. A window lays out its tiles at once and proposes the layout to main; a
 * newer layout from another window replaces it.
 */
export function createWallSharing(main: {
  readonly propose: (proposal: WallProposal) => Promise<Result<SharedWall>>;
  readonly leave: () => Promise<unknown>;
}) {
  const places = shallowRef<WallSlots>([]);
  const heldElsewhere = shallowRef<readonly string[]>([]);
  const reorders = ref(true);
  let revision = 0;
  /** The last proposal; `null` while this window does not show the wall. */
  let heldHere: readonly string[] | null = null;
  let isUnderWay = false;
  let next: Omit<WallProposal, 'basedOn'> | null = null;

  /** Applies main's layout unless a newer one is known. */
  function applyRemote(shared: SharedWall): void {
    if (shared.revision < revision) return;
    if (shared.revision > revision && !isSame(shared.places, places.value)) {
      places.value = shared.places;
      // The pending layout was based on the previous one.
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
      if (result.ok) applyRemote(result.value);
    }
    isUnderWay = false;
  }

  function leave(): void {
    heldHere = null;
    next = null;
    void main.leave();
  }

  return { places, heldElsewhere, reorders, applyRemote, settle, leave };
}

function isSame(one: WallSlots, other: WallSlots): boolean {
  return one.length === other.length && one.every((id, place) => id === other[place]);
}
