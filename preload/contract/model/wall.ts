/** How many chats the wall shows side by side. */
export type WallTileCount = 2 | 4 | 6 | 9 | 12 | 16 | 24;

/** A chat the supervisor wants at its place, whatever happens elsewhere. */
export interface PinnedTile {
  readonly chatId: string;
  /** Counted from 0, row by row. */
  readonly place: number;
}

/** How the supervisor wants the wall. The same in every window that shows it. */
export interface WallSettings {
  readonly tileCount: WallTileCount;
  /** `attention`: places without a pin show the chats that need somebody most. `byHand`: they stay empty. */
  readonly fill: 'attention' | 'byHand';
  readonly pinned: readonly PinnedTile[];
}

/** What stands in each place of the wall, row by row; `null` where nothing does. */
export type WallSlots = readonly (string | null)[];

/** A window that shows the wall proposes what stands where. */
export interface WallProposal {
  readonly places: WallSlots;
  /** Revision of the arrangement that the proposal was made from; main refuses one made from an older one. */
  readonly basedOn: number;
  /** Chats that must not move, because they are read, written in or pointed at in this window. */
  readonly lockedIds: readonly string[];
}

/** The one arrangement of all windows, so that a tile has the same number in each. As it is for the window that is told. */
export interface SharedWall {
  readonly places: WallSlots;
  /** Grows with every change. */
  readonly revision: number;
  readonly heldElsewhere: readonly string[];
  /** Whether this window reorders the tiles every few seconds: only one of those that show the wall does. */
  readonly reorders: boolean;
}
