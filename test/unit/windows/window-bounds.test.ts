import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restoreBounds, minWindowSize } from '../../../main/windows/window-bounds';

const laptop = { x: 0, y: 0, width: 1440, height: 875 };
const monitor = { x: 1440, y: -200, width: 2560, height: 1400 };

function remembered(x: number, y: number, width = 1300, height = 700): unknown {
  return { bounds: { x, y, width, height }, isMaximized: false, isFullScreen: false };
}

describe('restoreBounds', () => {
  it('opens in the centre of the first display at first', () => {
    expect(restoreBounds(undefined, [laptop, monitor])).toEqual({
      bounds: { x: 80, y: 38, width: 1280, height: 800 },
      isMaximized: false,
      isFullScreen: false,
    });
  });

  it('restores the position', () => {
    expect(restoreBounds(remembered(1700, 10), [laptop, monitor]).bounds).toEqual({
      x: 1700,
      y: 10,
      width: 1300,
      height: 700,
    });
  });

  it('moves to an existing display when its own is gone, with its size', () => {
    expect(restoreBounds(remembered(1700, 10), [laptop]).bounds).toEqual({ x: 70, y: 88, width: 1300, height: 700 });
  });

  it('keeps maximised and full screen', () => {
    const place = restoreBounds(
      { bounds: { x: 5, y: 5, width: 1000, height: 700 }, isMaximized: true, isFullScreen: true },
      [laptop],
    );
    expect([place.isMaximized, place.isFullScreen]).toEqual([true, true]);
  });

  it('does not open with the title bar above the display', () => {
    expect(restoreBounds(remembered(100, -40), [laptop]).bounds.y).toBeGreaterThanOrEqual(0);
  });

  it.each([
    null,
    5,
    'x',
    [],
    {},
    { bounds: null },
    { bounds: { x: 1, y: 1, width: 'wide', height: 3 } },
    remembered(Number.NaN, 0),
  ])('ignores %j', (stored) => {
    expect(restoreBounds(stored, [laptop]).bounds).toEqual({ x: 80, y: 38, width: 1280, height: 800 });
  });

  it('is reachable on a display and never too small, whatever was stored', () => {
    const side = fc.integer({ min: -6000, max: 6000 });
    fc.assert(
      fc.property(
        side,
        side,
        fc.integer({ min: 1, max: 9000 }),
        fc.integer({ min: 1, max: 9000 }),
        (x, y, width, height) => {
          const { bounds } = restoreBounds(remembered(x, y, width, height), [laptop, monitor]);
          const isOnSome = [laptop, monitor].some(
            (area) =>
              bounds.y >= area.y &&
              bounds.y < area.y + area.height &&
              bounds.x < area.x + area.width &&
              bounds.x + bounds.width > area.x,
          );
          expect(isOnSome).toBe(true);
          expect(bounds.width).toBeGreaterThanOrEqual(minWindowSize.width);
          expect(bounds.height).toBeGreaterThanOrEqual(minWindowSize.height);
        },
      ),
    );
  });
});
