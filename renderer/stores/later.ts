import type { Undo } from '../../preload/contract';

/** The window's own timer, in the shape that everything which waits is handed. */
export function later(callback: () => void, delayMs: number): Undo {
  const timer = setTimeout(callback, delayMs);
  return () => {
    clearTimeout(timer);
  };
}
