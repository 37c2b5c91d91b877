/** How many chats the wall shows side by side. */
export type WallTileCount = 2 | 4 | 6 | 9 | 12 | 16 | 24;

/** A chat the supervisor wants at its place, whatever happens elsewhere. */
export interface PinnedTile {
  readonly chatId: string;
  /** Counted from 0, row by row. */
  readonly place: number;
}

/** How the supervisor wants the wall. The same in every window that shows it. */
export interface WallChoices {
  readonly tileCount: WallTileCount;
  /** `attention`: places without a pin show the chats that need somebody most. `byHand`: they stay empty. */
  readonly fill: 'attention' | 'byHand';
  readonly pinned: readonly PinnedTile[];
}
