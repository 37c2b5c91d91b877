export interface WallGrid {
  readonly columns: number;
  readonly rows: number;
}

/** The height-to-width ratio of a readable tile. */
const goodShape = 0.9;
/** In pixels. A smaller tile would be unreadable; the wall scrolls instead. */
export const smallestTile = { width: 188, height: 168 };

/** Returns the number of columns that uses the area best. */
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

/** Of tiles with the same shape the larger one is better; of equally large ones the more readable one. */
function worthOf(width: number, height: number): number {
  const asWide = Math.min(width, height / goodShape);
  const isTooSmall = width < smallestTile.width || height < smallestTile.height;
  return isTooSmall ? asWide / 1_000 : asWide;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The slot next to `place` in a direction; the same at the edge. The caller resolves the text direction. */
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
  /** Milliseconds of any monotonic clock. */
  readonly at: number;
}

const sameNumberWithinMs = 900;

/** The tile for a digit; a second digit soon after the first makes a two-digit number if such a tile exists. */
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

/** In pixels. A smaller tile cannot hold both a composer and a message. */
export const minComposerSize = { width: 360, height: 332 };

/**
 * The box of an expanded tile, relative to its slot: over its neighbours, as small as possible, inside the wall. `null`
 * if the slot is large enough.
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

/** Moves the start equally to both sides, as far as the edges allow. */
function grown(start: number, side: number, wanted: number, whole: number): number {
  const ideal = start - (wanted - side) / 2;
  return Math.round(Math.min(Math.max(0, ideal), Math.max(0, whole - wanted)) - start);
}
