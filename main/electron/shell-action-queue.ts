import type { ShellAction } from '../../preload/contract';

export interface ShellActionQueue {
  send(intent: ShellAction): void;
  /** The window has its picture and can follow a wish now. */
  windowIsReady(): void;
  /** The window's page is being loaded anew. */
  windowIsLoading(): void;
}

/** Wishes from outside the window: sent at once, or, while its page is still loading, the last one kept until it is there. */
export function createShellActionQueue(push: (intent: ShellAction) => void): ShellActionQueue {
  let isReady = false;
  let kept: ShellAction | null = null;
  return {
    send: (intent) => {
      if (isReady) {
        push(intent);
      } else {
        kept = intent;
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
