import type { Disposer } from '../../preload/contract';

export type { Disposer };

/** Clock of everything that waits or measures, injected so that tests control it. */
export interface Clock {
  /** Wall-clock time in epoch milliseconds, for display and for naming a moment, never for durations. */
  now(): number;
  /** Monotonic milliseconds, for durations and deadlines. */
  monotonicMs(): number;
  /** Calls back once after `delayMs`. Returns a disposer that cancels it. */
  after(delayMs: number, callback: () => void): Disposer;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
};
