export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SavedBounds {
  readonly bounds: Rectangle;
  readonly isMaximized: boolean;
  readonly isFullScreen: boolean;
}

export const minWindowSize = { width: 960, height: 640 };
const firstSize = { width: 1280, height: 800 };

/** Part of the title bar, in pixels, that must be on a display so that the user can grab the window. */
const grabbable = { width: 120, height: 24 };

/** Returns the stored bounds if they are reachable, otherwise the centre of the first display. */
export function restoreBounds(remembered: unknown, workAreas: readonly Rectangle[]): SavedBounds {
  const saved = readSaved(remembered);
  const home = workAreas[0] ?? { x: 0, y: 0, ...firstSize };
  if (saved === null) {
    return { bounds: centred(firstSize, home), isMaximized: false, isFullScreen: false };
  }
  for (const area of workAreas) {
    const bounds = { ...saved.bounds, ...fitted(saved.bounds, area) };
    if (canBeGrabbed(bounds, area)) {
      return { ...saved, bounds };
    }
  }
  return { ...saved, bounds: centred(saved.bounds, home) };
}

function fitted(size: { width: number; height: number }, area: Rectangle): { width: number; height: number } {
  return {
    width: Math.max(minWindowSize.width, Math.min(size.width, area.width)),
    height: Math.max(minWindowSize.height, Math.min(size.height, area.height)),
  };
}

function centred(size: { width: number; height: number }, area: Rectangle): Rectangle {
  const { width, height } = fitted(size, area);
  return {
    x: area.x + Math.max(0, Math.round((area.width - width) / 2)),
    y: area.y + Math.max(0, Math.round((area.height - height) / 2)),
    width,
    height,
  };
}

function canBeGrabbed(bounds: Rectangle, area: Rectangle): boolean {
  const overlap = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const titleBarIsOn = bounds.y >= area.y && bounds.y + grabbable.height <= area.y + area.height;
  return overlap >= grabbable.width && titleBarIsOn;
}

/** Returns `null` unless the stored bounds are complete. */
function readSaved(value: unknown): SavedBounds | null {
  if (typeof value !== 'object' || value === null || !('bounds' in value)) {
    return null;
  }
  const bounds = readRectangle(value.bounds);
  if (bounds === null) {
    return null;
  }
  return {
    bounds,
    isMaximized: 'isMaximized' in value && value.isMaximized === true,
    isFullScreen: 'isFullScreen' in value && value.isFullScreen === true,
  };
}

function readRectangle(value: unknown): Rectangle | null {
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  const side = (name: string): number => Number((value as Readonly<Record<string, unknown>>)[name] ?? Number.NaN);
  const rectangle = { x: side('x'), y: side('y'), width: side('width'), height: side('height') };
  const isWhole = Object.values(rectangle).every(
    (number) => Number.isSafeInteger(number) && Math.abs(number) < 100_000,
  );
  return isWhole && rectangle.width > 0 && rectangle.height > 0 ? rectangle : null;
}
