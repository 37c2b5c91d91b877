import type { NumberedDraft, SessionState, ShellIntent } from '../preload/contract';
import { createShellIntents } from './electron/shell-intents';
import type { ConsoleWindow } from './electron/window';
import type { Publisher } from './ipc/publisher';
import type { ShownAgents } from './shown-agents';
import type { WindowRole } from './settings/kept-work';

export interface WindowsOptions {
  readonly open: (role: WindowRole, mayClose: () => boolean) => ConsoleWindow;
  readonly publisher: Pick<Publisher, 'addWindow' | 'windowLoading' | 'removeWindow' | 'push' | 'tell'>;
  /** The program is on its way out: whatever wants to close, may. */
  readonly isEnding: () => boolean;
  /** A person closes the main window: it is hidden, or the program ends. */
  readonly mainWasClosed: (window: ConsoleWindow) => void;
  /** Whether the wall's window is wished for, kept over a restart. */
  readonly wallWish: { read(): boolean; write(isWished: boolean): void };
  /** Which agents are on the screen, of which they are told. */
  readonly shownAgents: Pick<ShownAgents, 'windowSeen' | 'pageGone' | 'windowGone'>;
  /** A page that may have shown the wall is gone. */
  readonly wallIsGone: (windowId: number) => void;
}

export interface Windows {
  /** Brings the main window before the person's eyes; opens it where it is gone. */
  readonly reveal: () => void;
  readonly openWall: () => void;
  /** Shows a chat in full, in the main window. */
  readonly openChat: (chatId: string) => void;
  /** The wall goes when nobody is signed in, and comes again with the next sign-in if it was wished for. */
  readonly hear: (session: SessionState) => void;
  /** A wish from outside the windows. The main window does it. */
  readonly send: (intent: ShellIntent) => void;
  /** Loads the page anew that a person looks at. */
  readonly openAgain: () => void;
  readonly hide: () => void;
  readonly roleOf: (windowId: number) => WindowRole;
  /** A page took its picture of the floor and can follow wishes from now on. */
  readonly pageIsReady: (windowId: number) => void;
  readonly pageAnswered: (windowId: number) => void;
  readonly viewing: (windowId: number, chatId: string | null) => void;
  /** Whether a window that works is in front of everything else. */
  readonly isInFront: () => boolean;
  /** Whether somebody looks at this chat at this very moment. */
  readonly isLookedAt: (chatId: string) => boolean;
  /** Tells the other windows what was typed in one; all of them, if it is `null`. */
  readonly draftChanged: (news: NumberedDraft, windowId: number | null) => void;
  /** Something the plain pages may show has changed. */
  readonly floorChanged: () => void;
  /** The pages that are ours, for the counter in the wall. */
  readonly knownContents: ReadonlySet<number>;
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
  const { publisher, wallWish } = options;
  const windows = new Map<number, OpenWindow>();
  const knownContents = new Set<number>();
  let isPuttingAway = false;
  let isSignedIn = false;

  const ofRole = (role: WindowRole): ConsoleWindow | null =>
    [...windows.values()].find((one) => one.role === role)?.window ?? null;
  const intents = createShellIntents((intent) => {
    const main = ofRole('main')?.id;
    publisher.push('shell.intent', intent, (id) => id === main);
  });

  const mayClose = (role: WindowRole): boolean => {
    if (options.isEnding() || isPuttingAway) {
      return true;
    }
    if (role === 'wall') {
      wallWish.write(false);
      return true;
    }
    const main = ofRole('main');
    if (main !== null) {
      options.mainWasClosed(main);
    }
    return main === null;
  };

  const open = (role: WindowRole): ConsoleWindow => {
    const window = options.open(role, () => mayClose(role));
    const one: OpenWindow = { window, role, viewedChat: null };
    windows.set(window.id, one);
    knownContents.add(window.id);
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
      publisher.windowLoading(window.id);
      pageIsGone();
    });
    window.onClosed(() => {
      windows.delete(window.id);
      knownContents.delete(window.id);
      publisher.removeWindow(window.id);
      pageIsGone();
      options.shownAgents.windowGone(window.id);
    });
    return window;
  };
  const reveal = (): void => {
    (ofRole('main') ?? open('main')).reveal();
  };
  const closeWall = (): void => {
    isPuttingAway = true;
    ofRole('wall')?.close();
    isPuttingAway = false;
  };

  return {
    knownContents,
    reveal,
    openWall: () => {
      if (isSignedIn) {
        wallWish.write(true);
        (ofRole('wall') ?? open('wall')).reveal();
      }
    },
    openChat: (chatId) => {
      reveal();
      intents.send({ type: 'openChat', chatId });
    },
    hear: ({ phase }) => {
      const wasSignedIn = isSignedIn;
      isSignedIn = phase === 'signedIn';
      if (isSignedIn && !wasSignedIn && wallWish.read() && ofRole('wall') === null) {
        open('wall');
      }
      if (phase === 'signedOut') {
        closeWall();
      }
    },
    send: (intent) => {
      intents.send(intent);
    },
    openAgain: () => {
      const inFront = [...windows.values()].find(({ window }) => window.isInFront())?.window;
      (inFront ?? ofRole('main'))?.page.openAgain();
    },
    hide: () => {
      windows.forEach(({ window }) => {
        window.hide();
      });
    },
    roleOf: (windowId) => windows.get(windowId)?.role ?? 'main',
    pageIsReady: (windowId) => {
      const one = windows.get(windowId);
      one?.window.page.pageIsReady();
      if (one?.role === 'main') {
        // The answer must be on its way before anything that is pushed after it.
        setImmediate(() => {
          intents.windowIsReady();
        });
      }
    },
    pageAnswered: (windowId) => {
      windows.get(windowId)?.window.page.pageAnswered();
    },
    viewing: (windowId, chatId) => {
      const one = windows.get(windowId);
      if (one !== undefined) {
        one.viewedChat = chatId;
      }
    },
    isLookedAt: (chatId) =>
      [...windows.values()].some(({ window, viewedChat }) => viewedChat === chatId && window.isInFront()),
    isInFront: () => [...windows.values()].some(({ window }) => window.isInFront() && !window.page.isStopped()),
    draftChanged: (news, windowId) => {
      publisher.tell('drafts.changed', news, (id) => id !== windowId);
    },
    floorChanged: () => {
      windows.forEach(({ window }) => {
        window.page.floorChanged();
      });
    },
  };
}
