/**
 * Reports the supervisor's typing to others: a start at most once per `repeatMs` while keys are pressed, a stop after
 * `idleMs` without a key or on `stop`, and never a stop without a start.
 */
export interface TypingSignal {
  /** The text was edited. */
  readonly typed: () => void;
  /** The text was sent, left or emptied, or its audience changed. */
  readonly stopped: () => void;
}

export interface TypingSignalOptions {
  readonly say: (isTyping: boolean) => void;
  /** Monotonic milliseconds. */
  readonly elapsedMs: () => number;
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
}

const repeatMs = 4_000;
const idleMs = 5_000;

export function createTypingSignal({ say, elapsedMs, setTimer }: TypingSignalOptions): TypingSignal {
  let saidAt: number | null = null;
  let undoIdle: (() => void) | null = null;
  const stopped = (): void => {
    undoIdle?.();
    undoIdle = null;
    if (saidAt === null) return;
    saidAt = null;
    say(false);
  };
  return {
    typed: () => {
      undoIdle?.();
      undoIdle = setTimer(stopped, idleMs);
      const now = elapsedMs();
      if (saidAt !== null && now - saidAt < repeatMs) return;
      saidAt = now;
      say(true);
    },
    stopped,
  };
}
