/**
 * Tells the others that the supervisor types, sparingly: a start at most once in `repeatMs` while keys are pressed, a stop
 * when no key came for `idleMs`, at once when told to stop, and never a stop without a start.
 */
export interface TypingSignal {
  /** A key changed the text. */
  readonly typed: () => void;
  /** Sent, left, emptied, or turned to other readers. */
  readonly stopped: () => void;
}

export interface TypingSignalOptions {
  readonly say: (isTyping: boolean) => void;
  /** Milliseconds that only grow. */
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
