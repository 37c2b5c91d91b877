import type { ShellAction } from '../../preload/contract';

export interface ShellActionQueue {
  send(action: ShellAction): void;
  /** The window has its snapshot and can handle actions. */
  windowIsReady(): void;
  /** The page of the window is loading again. */
  windowIsLoading(): void;
  /** The page shows a chat, so it handled what was sent to it before. */
  chatIsShown(): void;
  /** Returns whether the page can handle what is sent to it. */
  isReady(): boolean;
}

/**
 * Queues actions from outside the window: sent at once, or, while the page loads, the last one is kept. A chat to open is
 * sent again to the next page if the first one ended before it showed a chat: a page can crash or hang unnoticed, and then
 * no one would see the chat of the click.
 */
export function createShellActionQueue(push: (action: ShellAction) => void): ShellActionQueue {
  let isReady = false;
  let kept: ShellAction | null = null;
  let unconfirmed: ShellAction | null = null;
  const pushNow = (action: ShellAction): void => {
    unconfirmed = action.type === 'openChat' ? action : null;
    push(action);
  };
  return {
    send: (action) => {
      if (isReady) {
        pushNow(action);
      } else {
        kept = action;
      }
    },
    windowIsReady: () => {
      isReady = true;
      if (kept !== null) {
        pushNow(kept);
        kept = null;
      }
    },
    windowIsLoading: () => {
      isReady = false;
      kept ??= unconfirmed;
      unconfirmed = null;
    },
    chatIsShown: () => {
      unconfirmed = null;
    },
    isReady: () => isReady,
  };
}
