import type { Undo } from '../../preload/contract';

export interface PacerOptions {
  readonly act: () => void;
  readonly everyMs: number;
  readonly later: (callback: () => void, delayMs: number) => Undo;
}

/** Acts at once and then at most every so often; what is wished for in between is done at the end of the pause, once. */
export function createPacer({ act, everyMs, later }: PacerOptions): () => void {
  let isPausing = false;
  let isWished = false;
  const pause = (): void => {
    isPausing = true;
    later(() => {
      isPausing = false;
      if (isWished) run();
    }, everyMs);
  };
  const run = (): void => {
    isWished = false;
    act();
    pause();
  };
  return () => {
    if (isPausing) isWished = true;
    else run();
  };
}
