import type { Disposer } from '../../preload/contract';

export type { Disposer };

/** Time as it is handed to everything that waits or measures, so that tests can turn it by hand. */
export interface Clock {
  /** Wall-clock time, epoch milliseconds. For showing and for naming a moment, never for measuring a span. */
  now(): number;
  /** Milliseconds that only ever grow. For spans and deadlines. */
  monotonicMs(): number;
  /** Calls back once after `delayMs`. */
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
