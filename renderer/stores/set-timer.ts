import type { Disposer } from '../../preload/contract';

/** The window's own timer, in the shape that everything which waits is handed. */
export function setTimer(callback: () => void, delayMs: number): Disposer {
  const timer = setTimeout(callback, delayMs);
  return () => {
    clearTimeout(timer);
  };
}
