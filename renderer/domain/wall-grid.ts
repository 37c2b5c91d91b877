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
    if (columns > 1 && width / columns < smallestTile.width) break;
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
export function neighbourSlot(place: number, direction: Direction, wall: { columns: number; count: number }): number {
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

export interface TileBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Below this there is no room for both a composer and something to answer to. */
export const minComposerSize = { width: 360, height: 332 };

/**
 * Where a tile goes that needs room to write, seen from its own place: over its neighbours, as little as it must, and never off
 * the wall. `null` where its place is large enough.
 */
export function expandedTileBox(
  place: { readonly column: number; readonly row: number },
  wall: WallGrid & { readonly width: number; readonly height: number; readonly gap: number },
): TileBox | null {
  const cell = {
    width: cellSide(wall.width, wall.columns, wall.gap),
    height: cellSide(wall.height, wall.rows, wall.gap),
  };
  if (cell.width >= minComposerSize.width && cell.height >= minComposerSize.height) return null;
  const width = Math.min(wall.width, Math.max(cell.width, minComposerSize.width));
  const height = Math.min(wall.height, Math.max(cell.height, minComposerSize.height));
  const start = { left: place.column * (cell.width + wall.gap), top: place.row * (cell.height + wall.gap) };
  return {
    left: grown(start.left, cell.width, width, wall.width),
    top: grown(start.top, cell.height, height, wall.height),
    width,
    height,
  };
}

function cellSide(whole: number, count: number, gap: number): number {
  return (whole - gap * (count - 1)) / count;
}

/** How far the start moves: to both sides alike, as far as the edges let it. */
function grown(start: number, side: number, wanted: number, whole: number): number {
  const ideal = start - (wanted - side) / 2;
  return Math.round(Math.min(Math.max(0, ideal), Math.max(0, whole - wanted)) - start);
}
