import type { ShellAction } from '../../preload/contract';

export interface ShellActionQueue {
  send(action: ShellAction): void;
  /** The window has its snapshot and can handle actions. */
  windowIsReady(): void;
  /** The page of the window is loading again. */
  windowIsLoading(): void;
}

/** Queues actions from outside the window: sent at once, or, while the page loads, the last one is kept. */
export function createShellActionQueue(push: (action: ShellAction) => void): ShellActionQueue {
  let isReady = false;
  let kept: ShellAction | null = null;
  return {
    send: (action) => {
      if (isReady) {
        push(action);
      } else {
        kept = action;
      }
    },
    windowIsReady: () => {
      isReady = true;
      if (kept !== null) {
        push(kept);
        kept = null;
      }
    },
    windowIsLoading: () => {
      isReady = false;
    },
  };
}
