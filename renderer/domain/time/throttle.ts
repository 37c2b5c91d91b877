import type { Disposer } from '../../../preload/contract';

export interface PacerOptions {
  readonly act: () => void;
  readonly everyMs: number;
  readonly setTimer: (callback: () => void, delayMs: number) => Disposer;
}

/**
 * Calls `act` at once and then at most once per interval; calls in between are merged into one at its end.
 * `useThrottleFn` measures with the computer's clock: set back an hour, it holds the next call for that hour.
 */
export function createThrottle({ act, everyMs, setTimer }: PacerOptions): () => void {
  let isPausing = false;
  let isEnabled = false;
  const pause = (): void => {
    isPausing = true;
    setTimer(() => {
      isPausing = false;
      if (isEnabled) run();
    }, everyMs);
  };
  const run = (): void => {
    isEnabled = false;
    act();
    pause();
  };
  return () => {
    if (isPausing) isEnabled = true;
    else run();
  };
}
