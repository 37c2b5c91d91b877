import type { Disposer } from '../../preload/contract';

/** The window's timer, in the shape that is injected wherever code waits. */
export function setTimer(callback: () => void, delayMs: number): Disposer {
  const timer = setTimeout(callback, delayMs);
  return () => {
    clearTimeout(timer);
  };
}
