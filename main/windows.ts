import type { DraftRevision, SessionState, ShellAction } from '../preload/contract';
import { createShellActionQueue } from './electron/shell-action-queue';
import type { ConsoleWindow } from './electron/window';
import type { Publisher } from './ipc/publisher';
import type { ShownAgents } from './shown-agents';
import type { WindowRole } from './settings/workspace-memory';

export interface WindowsOptions {
  readonly open: (role: WindowRole, mayClose: () => boolean) => ConsoleWindow;
  readonly publisher: Pick<Publisher, 'addWindow' | 'onWindowLoading' | 'removeWindow' | 'push' | 'tell'>;
  /** The program is on its way out: whatever wants to close, may. */
  readonly isEnding: () => boolean;
  /** A person closes the main window: it is hidden, or the program ends. */
  readonly onMainClose: (window: ConsoleWindow) => void;
  /** Whether the wall's window is wished for, kept over a restart. */
  readonly wallWindowSetting: { read(): boolean; write(isEnabled: boolean): void };
  /** Which agents are on the screen, of which they are told. */
  readonly shownAgents: Pick<ShownAgents, 'windowSeen' | 'pageGone' | 'windowGone'>;
  /** A page that may have shown the wall is gone. */
  readonly wallIsGone: (windowId: number) => void;
}

export interface Windows {
  /** Brings the main window before the person's eyes; opens it where it is gone. */
  readonly showMain: () => void;
  readonly openWall: () => void;
  /** Shows a chat in full, in the main window. */
  readonly openChat: (chatId: string) => void;
  /** The wall goes when nobody is signed in, and comes again with the next sign-in if it was wished for. */
  readonly onSessionChange: (session: SessionState) => void;
  /** A wish from outside the windows. The main window does it. */
  readonly sendToMain: (intent: ShellAction) => void;
  /** Loads the page anew that a person looks at. */
  readonly reloadFocused: () => void;
  readonly hide: () => void;
  readonly roleOf: (windowId: number) => WindowRole;
  /** A page took its picture of the floor and can follow wishes from now on. */
  readonly onPageReady: (windowId: number) => void;
  readonly onHeartbeatAck: (windowId: number) => void;
  readonly setActiveChat: (windowId: number, chatId: string | null) => void;
  /** Whether a window that works is in front of everything else. */
  readonly isInFront: () => boolean;
  /** Whether somebody looks at this chat at this very moment. */
  readonly isChatInFocus: (chatId: string) => boolean;
  /** Tells the other windows what was typed in one; all of them, if it is `null`. */
  readonly broadcastDraft: (news: DraftRevision, windowId: number | null) => void;
  /** Something the plain pages may show has changed. */
  readonly floorChanged: () => void;
  /** The pages that are ours, for the counter in the wall. */
  readonly trustedContentsIds: ReadonlySet<number>;
}

interface OpenWindow {
  readonly window: ConsoleWindow;
  readonly role: WindowRole;
  viewedChat: string | null;
}

/**
 * All windows there are: the main one, and beside it at most one that shows the wall alone.
 *
 * 1. Each follows the floor by itself and is kept alive by itself; what breaks in one is nothing to the other.
 * 2. Wishes from outside (tray, menu, notifications) go to the main window only, or each would be done twice.
 * 3. The wall's window is a second screen and nothing more: closing it ends nothing, and without a supervisor it closes. Only a
 *    person's own closing takes the wish for it away.
 */
export function createWindows(options: WindowsOptions): Windows {
  const { publisher, wallWindowSetting } = options;
  const windows = new Map<number, OpenWindow>();
  const trustedContentsIds = new Set<number>();
  let isPuttingAway = false;
  let isSignedIn = false;

  const ofRole = (role: WindowRole): ConsoleWindow | null =>
    [...windows.values()].find((one) => one.role === role)?.window ?? null;
  const intents = createShellActionQueue((intent) => {
    const main = ofRole('main')?.id;
    publisher.push('shell.action', intent, (id) => id === main);
  });

  const mayClose = (role: WindowRole): boolean => {
    if (options.isEnding() || isPuttingAway) {
      return true;
    }
    if (role === 'wall') {
      wallWindowSetting.write(false);
      return true;
    }
    const main = ofRole('main');
    if (main !== null) {
      options.onMainClose(main);
    }
    return main === null;
  };

  const open = (role: WindowRole): ConsoleWindow => {
    const window = options.open(role, () => mayClose(role));
    const one: OpenWindow = { window, role, viewedChat: null };
    windows.set(window.id, one);
    trustedContentsIds.add(window.id);
    publisher.addWindow(window);
    window.onSeenChange((isSeen) => {
      options.shownAgents.windowSeen(window.id, isSeen);
    });
    const pageIsGone = (): void => {
      one.viewedChat = null;
      options.shownAgents.pageGone(window.id);
      options.wallIsGone(window.id);
      if (role === 'main') {
        intents.windowIsLoading();
      }
    };
    window.onLoading(() => {
      publisher.onWindowLoading(window.id);
      pageIsGone();
    });
    window.onClosed(() => {
      windows.delete(window.id);
      trustedContentsIds.delete(window.id);
      publisher.removeWindow(window.id);
      pageIsGone();
      options.shownAgents.windowGone(window.id);
    });
    return window;
  };
  const showMain = (): void => {
    (ofRole('main') ?? open('main')).reveal();
  };
  const closeWall = (): void => {
    isPuttingAway = true;
    ofRole('wall')?.close();
    isPuttingAway = false;
  };

  return {
    trustedContentsIds,
    showMain,
    openWall: () => {
      if (isSignedIn) {
        wallWindowSetting.write(true);
        (ofRole('wall') ?? open('wall')).reveal();
      }
    },
    openChat: (chatId) => {
      showMain();
      intents.send({ type: 'openChat', chatId });
    },
    onSessionChange: ({ phase }) => {
      const wasSignedIn = isSignedIn;
      isSignedIn = phase === 'signedIn';
      if (isSignedIn && !wasSignedIn && wallWindowSetting.read() && ofRole('wall') === null) {
        open('wall');
      }
      if (phase === 'signedOut') {
        closeWall();
      }
    },
    sendToMain: (intent) => {
      intents.send(intent);
    },
    reloadFocused: () => {
      const inFront = [...windows.values()].find(({ window }) => window.isFocused())?.window;
      (inFront ?? ofRole('main'))?.page.openAgain();
    },
    hide: () => {
      windows.forEach(({ window }) => {
        window.hide();
      });
    },
    roleOf: (windowId) => windows.get(windowId)?.role ?? 'main',
    onPageReady: (windowId) => {
      const one = windows.get(windowId);
      one?.window.page.onPageReady();
      if (one?.role === 'main') {
        // The answer must be on its way before anything that is pushed after it.
        setImmediate(() => {
          intents.windowIsReady();
        });
      }
    },
    onHeartbeatAck: (windowId) => {
      windows.get(windowId)?.window.page.onHeartbeatAck();
    },
    setActiveChat: (windowId, chatId) => {
      const one = windows.get(windowId);
      if (one !== undefined) {
        one.viewedChat = chatId;
      }
    },
    isChatInFocus: (chatId) =>
      [...windows.values()].some(({ window, viewedChat }) => viewedChat === chatId && window.isFocused()),
    isInFront: () => [...windows.values()].some(({ window }) => window.isFocused() && !window.page.isStopped()),
    broadcastDraft: (news, windowId) => {
      publisher.tell('drafts.changed', news, (id) => id !== windowId);
    },
    floorChanged: () => {
      windows.forEach(({ window }) => {
        window.page.floorChanged();
      });
    },
  };
}
