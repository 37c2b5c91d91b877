/** Number of chats that the wall shows. */
export type WallTileCount = 2 | 4 | 6 | 9 | 12 | 16 | 24;

/** A chat with a fixed slot. */
export interface PinnedTile {
  readonly chatId: string;
  /** Slot, counted from 0 row by row. */
  readonly place: number;
}

/** Settings of the wall, shared by all windows. */
export interface WallSettings {
  readonly tileCount: WallTileCount;
  /** `attention`: slots without a pin show the chats that need attention most. `byHand`: they stay empty. */
  readonly fill: 'attention' | 'byHand';
  readonly pinned: readonly PinnedTile[];
}

/** Chat id of each slot, row by row; `null` if the slot is empty. */
export type WallSlots = readonly (string | null)[];

/** Arrangement proposed by a window that shows the wall. */
export interface WallProposal {
  readonly places: WallSlots;
  /** Revision that the proposal is based on; main refuses an older one. */
  readonly basedOn: number;
  /** Chats that must not move, because this window reads them, writes in them or points at them. */
  readonly lockedIds: readonly string[];
}

/** Arrangement shared by all windows, so that a tile has the same number in each; as seen by the receiving window. */
export interface SharedWall {
  readonly places: WallSlots;
  /** Incremented with every change. */
  readonly revision: number;
  readonly heldElsewhere: readonly string[];
  /** Whether this window reorders the tiles every few seconds; only one window does. */
  readonly reorders: boolean;
}
