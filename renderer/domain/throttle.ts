import type { Disposer } from '../../preload/contract';

export interface PacerOptions {
  readonly act: () => void;
  readonly everyMs: number;
  readonly setTimer: (callback: () => void, delayMs: number) => Disposer;
}

/** Acts at once and then at most every so often; what is wished for in between is done at the end of the pause, once. */
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
