import type { DraftRevision, PlayedSound, SessionState, ShellAction } from '../../preload/contract';
import { createShellActionQueue } from './shell-action-queue';
import type { ConsoleWindow, WindowOptions } from './console-window';
import { PageTraces } from './page-traces';
import type { Publisher } from '../ipc/publisher';
import type { SeenWindows } from './seen-windows';
import type { ShownAgents } from './shown-agents';
import type { WindowRole } from '../settings/workspace-memory';

export interface NewWindow extends Pick<WindowOptions, 'startsHidden' | 'mayClose'> {
  readonly role: WindowRole;
}

export interface WindowsOptions {
  readonly open: (asked: NewWindow) => ConsoleWindow;
  readonly publisher: Pick<Publisher, 'addWindow' | 'onWindowLoading' | 'removeWindow' | 'push' | 'publishValue'>;
  /** Returns true while the program quits: every window may close. */
  readonly isEnding: () => boolean;
  /** Called when the user closes the main window: it is hidden, or the program quits. */
  readonly onMainClose: (window: ConsoleWindow) => void;
  /** Whether the wall window is open, stored across restarts. */
  readonly wallWindowSetting: { read(): boolean; write(isEnabled: boolean): void };
  /** Tracks which windows the user can see. */
  readonly seenWindows: Pick<SeenWindows, 'opened' | 'changed' | 'closed'>;
  /** Tracks which agents are visible. */
  readonly shownAgents: Pick<ShownAgents, 'pageGone' | 'windowGone'>;
  /** Another chat may be in front of the user. */
  readonly focusChanged: () => void;
  /** The page that showed the wall may be gone. */
  readonly wallIsGone: (windowId: number) => void;
}

export interface Windows {
  /** Shows the main window; opens it if it does not exist. `activation`: a token that lets it come forward. */
  readonly showMain: (activation?: string | null) => void;
  /** Opens the main window hidden, at the start of the program. */
  readonly openMainHidden: () => void;
  /** Shows the main window as minimised, unless the user opened it since. */
  readonly minimizeHiddenMain: () => void;
  /** Shows the main window if it is hidden, without taking the focus. */
  readonly unhideMain: () => void;
  readonly openWall: () => void;
  /** Shows a chat in the main window. */
  readonly openChat: (chatId: string) => void;
  /**
   * Closes the wall window at sign-out and opens it at the next sign-in if the user had not closed it. Loads the main
   * window's page again when it may hold what the next person must not find.
   */
  readonly onSessionChange: (session: SessionState) => void;
  /** Sends an action from tray, menu or notification to the main window. */
  readonly sendToMain: (action: ShellAction) => void;
  /** Plays a sound in the page of the main window, also a hidden one. Returns false if that page is not there. */
  readonly playInMain: (played: PlayedSound) => boolean;
  /** Reloads the page of the focused window. */
  readonly reloadFocused: () => void;
  readonly hide: () => void;
  readonly roleOf: (windowId: number) => WindowRole;
  /** The page received its snapshot and can handle actions. */
  readonly onPageReady: (windowId: number) => void;
  readonly onHeartbeatAck: (windowId: number) => void;
  readonly setActiveChat: (windowId: number, chatId: string | null) => void;
  /** Returns whether a working window is focused. */
  readonly isInFront: () => boolean;
  /** Returns whether a focused window currently shows this chat. */
  readonly isChatInFocus: (chatId: string) => boolean;
  /** Publishes a draft to the other windows; to all of them if the id is `null`. */
  readonly broadcastDraft: (change: DraftRevision, windowId: number | null) => void;
  /** Something that the fallback pages show may have changed. */
  readonly floorChanged: () => void;
  /** Web contents of our own pages, trusted by the IPC router. */
  readonly trustedContentsIds: ReadonlySet<number>;
}

interface OpenWindow {
  readonly window: ConsoleWindow;
  readonly role: WindowRole;
  viewedChat: string | null;
}

/**
 * Manages all windows: the main window and at most one wall window.
 *
 * 1. Each window has its own copy of the floor and its own recovery; a crash in one does not affect the other.
 * 2. Actions from tray, menu and notifications go to the main window only, or they would run twice.
 * 3. The wall window is only a second view: closing it ends nothing, and it closes at sign-out. It reopens at the next
 *    sign-in unless the user closed it.
 */
export function createWindows(options: WindowsOptions): Windows {
  const { publisher, wallWindowSetting } = options;
  const windows = new Map<number, OpenWindow>();
  const trustedContentsIds = new Set<number>();
  let isPuttingAway = false;
  let isSignedIn = false;
  const traces = new PageTraces();

  const ofRole = (role: WindowRole): ConsoleWindow | null =>
    [...windows.values()].find((one) => one.role === role)?.window ?? null;
  const actionQueue = createShellActionQueue((action) => {
    const main = ofRole('main')?.id;
    publisher.push('shell.action', action, (id) => id === main);
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

  const open = (role: WindowRole, startsHidden = false): ConsoleWindow => {
    const window = options.open({ role, startsHidden, mayClose: () => mayClose(role) });
    const one: OpenWindow = { window, role, viewedChat: null };
    windows.set(window.id, one);
    trustedContentsIds.add(window.id);
    publisher.addWindow(window, { isSeen: !startsHidden });
    options.seenWindows.opened(window.id, !startsHidden);
    window.onFocus(options.focusChanged);
    window.onSeenChange((isSeen) => {
      options.seenWindows.changed(window.id, isSeen);
    });
    const pageIsGone = (): void => {
      one.viewedChat = null;
      options.shownAgents.pageGone(window.id);
      options.wallIsGone(window.id);
      if (role === 'main') {
        actionQueue.windowIsLoading();
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
      options.seenWindows.closed(window.id);
    });
    return window;
  };
  const showMain = (activation: string | null = null): void => {
    const main = ofRole('main');
    if (main === null) open('main').reveal();
    else main.bringToUser(activation);
  };
  const closeWall = (): void => {
    isPuttingAway = true;
    ofRole('wall')?.close();
    isPuttingAway = false;
  };

  const sendToMain = (action: ShellAction): void => {
    if (action.type === 'openChat') ofRole('main')?.page.askedFor();
    actionQueue.send(action);
  };

  return {
    trustedContentsIds,
    showMain,
    sendToMain,
    openMainHidden: () => {
      open('main', true);
    },
    minimizeHiddenMain: () => {
      const main = ofRole('main');
      if (main?.isVisible() === false) main.minimize();
    },
    unhideMain: () => {
      ofRole('main')?.unhide();
    },
    openWall: () => {
      if (isSignedIn) {
        wallWindowSetting.write(true);
        (ofRole('wall') ?? open('wall')).reveal();
      }
    },
    openChat: (chatId) => {
      showMain();
      sendToMain({ type: 'openChat', chatId });
    },
    onSessionChange: (session) => {
      const { phase } = session;
      const page = ofRole('main')?.page;
      // The fallback page holds nothing.
      if (traces.sessionChanged(session) && page?.isStopped() === false) page.openAgain();
      const wasSignedIn = isSignedIn;
      isSignedIn = phase === 'signedIn';
      if (isSignedIn && !wasSignedIn && wallWindowSetting.read() && ofRole('wall') === null) {
        open('wall');
      }
      if (phase === 'signedOut') {
        closeWall();
      }
    },
    playInMain: (played) => {
      const main = ofRole('main');
      if (main === null || !actionQueue.isReady()) return false;
      publisher.push('sound.play', played, (id) => id === main.id);
      return true;
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
        // Replies must be sent before anything that is pushed after them.
        setImmediate(() => {
          actionQueue.windowIsReady();
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
        if (one.role === 'main' && chatId !== null) actionQueue.chatIsShown();
        options.focusChanged();
      }
    },
    isChatInFocus: (chatId) =>
      [...windows.values()].some(({ window, viewedChat }) => viewedChat === chatId && window.isFocused()),
    isInFront: () => [...windows.values()].some(({ window }) => window.isFocused() && !window.page.isStopped()),
    broadcastDraft: (change, windowId) => {
      publisher.publishValue('drafts.changed', change, (id) => id !== windowId);
    },
    floorChanged: () => {
      windows.forEach(({ window }) => {
        window.page.floorChanged();
      });
    },
  };
}
