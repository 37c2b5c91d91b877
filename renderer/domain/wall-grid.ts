export interface WallGrid {
  readonly columns: number;
  readonly rows: number;
}

/** Height by width of a tile that is good to read: lines of some length, and some of them. */
const goodShape = 0.9;
/** Narrower or lower than this, a tile tells nobody anything: the wall scrolls instead. */
export const smallestTile = { width: 188, height: 168 };

/** How many tiles side by side make the best of the room there is. */
export function gridFor(room: { readonly count: number; readonly width: number; readonly height: number }): WallGrid {
  const { count, width, height } = room;
  let best: WallGrid = { columns: 1, rows: count };
  let bestWorth = -Infinity;
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const worth = worthOf(width / columns, height / rows) * (count / (columns * rows));
    if (worth > bestWorth) [best, bestWorth] = [{ columns, rows }, worth];
  }
  return best;
}

/** The bigger of two tiles of the same shape is worth more, and of two as big the one that is better to read. */
function worthOf(width: number, height: number): number {
  const asWide = Math.min(width, height / goodShape);
  const isTooSmall = width < smallestTile.width || height < smallestTile.height;
  return isTooSmall ? asWide / 1_000 : asWide;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The place one reaches by going from `place`; the same one at the edge. Reading direction is the caller's. */
export function neighbourPlace(place: number, direction: Direction, wall: { columns: number; count: number }): number {
  const { columns, count } = wall;
  const column = place % columns;
  switch (direction) {
    case 'left':
      return column === 0 ? place : place - 1;
    case 'right':
      return column === columns - 1 || place + 1 >= count ? place : place + 1;
    case 'up':
      return place < columns ? place : place - columns;
    case 'down':
      return place + columns < count ? place + columns : place;
  }
}

export interface TypedNumber {
  readonly number: number;
  /** Milliseconds, of whatever clock the keys have. */
  readonly at: number;
}

const sameNumberWithinMs = 900;

/** The tile meant by a digit: a second one soon after the first makes a number of two digits where there is such a tile. */
export function typedNumber(before: TypedNumber | null, digit: number, now: { at: number; most: number }): TypedNumber {
  const goesOn = before !== null && now.at - before.at <= sameNumberWithinMs;
  const both = goesOn ? before.number * 10 + digit : digit;
  return { number: both <= now.most ? both : digit, at: now.at };
}
