import process from 'node:process';
import { app, type BrowserWindow } from 'electron/main';
import type { Clock, Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import { bundleOrigin } from './bundle-path';
import { createCrashGuard } from './crash-guard';
import { createHeartbeat } from './heartbeat';
import { createHangTimeout } from './hang-timeout';
import { fallbackPage, fallbackAction } from './fallback-page';

export interface RecoveryOptions {
  /** The address of the page to be kept there. */
  readonly page: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Sends the page its heartbeat. */
  readonly sendHeartbeat: () => void;
  /** The plain page as it would be now. */
  readonly renderFallbackPage: () => string;
  /** The plain page was asked to step back. */
  readonly stepBack: () => void;
}

export interface PageRecovery {
  /** Loads the page anew because a person wants it. */
  openAgain(): void;
  isStopped(): boolean;
  /** The page asked for its picture. */
  onPageReady(): void;
  onHeartbeatAck(): void;
  /** Something the plain page may show has changed. */
  floorChanged(): void;
}

const gatherMs = 250;
/** A page that would not even die when told gets this long before the system is asked to end it. */
const dyingMs = 1_000;
const firstPauseMs = 500;
const longestPauseMs = 30_000;

/**
 * Keeps a page of ours in the window, whatever becomes of its process.
 *
 * 1. Its process gone: loaded again at once; at the third time within a minute the plain page comes instead, until a person
 *    tries again. If even that falls, it is loaded again after growing pauses.
 * 2. It hangs (see the heartbeat): its process is ended, and then as in 1.
 * 3. It went elsewhere: brought back.
 * 4. Loading always waits a turn: done inside the event it can take the whole program down.
 */
export function createPageRecovery(window: BrowserWindow, options: RecoveryOptions): PageRecovery {
  const { clock, log } = options;
  const { webContents } = window;
  const guard = createCrashGuard(clock);
  const patience = createHangTimeout(clock, () => app.commandLine.hasSwitch('remote-debugging-port'));
  let shownStopped: string | null = null;
  let pauseMs = firstPauseMs;
  let undoFresh: Disposer | null = null;

  const load = (page: string): void => {
    setImmediate(() => {
      if (window.isDestroyed()) {
        return;
      }
      shownStopped = page === fallbackPage ? options.renderFallbackPage() : null;
      if (shownStopped === null) {
        heart.loading();
      } else {
        heart.stop();
      }
      window.loadURL(page).catch((cause: unknown) => {
        // A load that is overtaken by the next one, or by the end of the page, is told as a failure too.
        if (!window.isDestroyed() && !isOvertaken(cause)) {
          log.error('The window could not load its page', { cause });
        }
      });
    });
  };
  const heart = createHeartbeat({
    clock,
    patience,
    ask: options.sendHeartbeat,
    isPaused: () =>
      window.isDestroyed() || !window.isVisible() || window.isMinimized() || webContents.isDevToolsOpened(),
    onHang: () => {
      log.error('The window hangs and is ended', { wasLoading: webContents.isLoadingMainFrame() });
      endProcess(window, clock);
    },
  });
  const openAgain = (): void => {
    guard.forgive();
    patience.reset();
    pauseMs = firstPauseMs;
    load(options.page);
  };

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    heart.stop();
    if (reason === 'clean-exit') {
      return;
    }
    const wasStopped = shownStopped !== null;
    const mayReload = !wasStopped && guard.mayReload();
    log.error('The window stopped', { reason, exitCode, mayReload });
    if (wasStopped) {
      clock.after(pauseMs, () => {
        load(fallbackPage);
      });
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    } else {
      load(mayReload ? options.page : fallbackPage);
    }
  });
  // An empty page asks nobody before it comes; whoever lands there is brought back.
  webContents.on('did-navigate', (_event, url) => {
    if (url === options.page) {
      heart.loading();
    } else if (!url.startsWith(`${bundleOrigin}/`)) {
      log.warn('The page was left for another and is loaded again');
      load(options.page);
    }
  });
  webContents.on('will-frame-navigate', ({ url, isMainFrame }) => {
    // That nothing is loaded from there is held by the guard of all pages.
    const wish = shownStopped === null || !isMainFrame ? null : fallbackAction(url);
    if (wish === 'openAgain') {
      openAgain();
    } else if (wish === 'stepBack') {
      options.stepBack();
    }
  });
  webContents.on('input-event', (_event, { type }) => {
    if (type === 'mouseDown' || type === 'keyDown' || type === 'rawKeyDown') {
      patience.onUserInput();
    }
  });
  webContents.on('unresponsive', () => {
    log.warn('The window does not answer');
  });
  webContents.on('preload-error', (_event, _file, cause) => {
    log.error('The bridge into the window failed', { cause });
  });
  window.once('closed', () => {
    heart.stop();
    undoFresh?.();
  });
  load(options.page);

  return {
    openAgain,
    isStopped: () => shownStopped !== null,
    onPageReady: () => {
      heart.ready();
    },
    onHeartbeatAck: () => {
      heart.answered();
    },
    floorChanged: () => {
      if (shownStopped === null) {
        return;
      }
      undoFresh ??= clock.after(gatherMs, () => {
        undoFresh = null;
        if (shownStopped !== null && shownStopped !== options.renderFallbackPage()) {
          load(fallbackPage);
        }
      });
    },
  };
}

/** Chromium ends a hanging process through its own channel first; one that was frozen from outside does not hear it. */
function endProcess(window: BrowserWindow, clock: Clock): void {
  const processId = window.webContents.getOSProcessId();
  let isGone = false;
  window.webContents.once('render-process-gone', () => {
    isGone = true;
  });
  window.webContents.forcefullyCrashRenderer();
  clock.after(dyingMs, () => {
    if (isGone || window.isDestroyed() || processId === 0) {
      return;
    }
    try {
      process.kill(processId, 'SIGKILL');
    } catch {
      // It went on its own in between.
    }
  });
}

function isOvertaken(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ERR_ABORTED';
}
