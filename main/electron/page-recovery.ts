import process from 'node:process';
import { app, type BrowserWindow } from 'electron/main';
import type { Clock, Disposer } from '../base/clock';
import { bundleOrigin } from '../shell/bundle-path';
import { createCrashGuard } from '../windows/crash-guard';
import { createHeartbeat } from '../windows/heartbeat';
import { createHangTimeout } from '../windows/hang-timeout';
import type { PageRecovery, RecoveryOptions } from '../windows/console-window';
import { fallbackPage, fallbackAction } from '../windows/fallback-page';

const batchMs = 250;
/** Milliseconds for a page to exit before the operating system is asked to kill it. */
const dyingMs = 1_000;
const firstPauseMs = 500;
const maxPauseMs = 30_000;

/**
 * Keeps our page loaded in the window, whatever happens to its process.
 *
 * 1. A crashed page is loaded again at once. After the third crash within a minute the fallback page replaces it until
 *    the user tries again. If even that crashes, it is loaded again after growing pauses.
 * 2. A hanging page (see `heartbeat.ts`) is killed and then treated as crashed.
 * 3. A page that navigated elsewhere is loaded again.
 * 4. Loading is always deferred: inside the event it can crash the whole program.
 */
export function createPageRecovery(window: BrowserWindow, options: RecoveryOptions): PageRecovery {
  const { clock, log } = options;
  const { webContents } = window;
  const guard = createCrashGuard(clock);
  const patience = createHangTimeout(clock, () => app.commandLine.hasSwitch('remote-debugging-port'));
  /** The fallback page as it is loaded; `null` while our page is. */
  let shownStopped: string | null = null;
  let pauseMs = firstPauseMs;
  let disposeFresh: Disposer | null = null;

  const load = (page: string): void => {
    shownStopped = page === fallbackPage ? options.renderFallbackPage() : null;
    setImmediate(() => {
      if (window.isDestroyed()) {
        return;
      }
      if (shownStopped === null) {
        heartbeat.loading();
      } else {
        heartbeat.stop();
      }
      window.loadURL(page).catch((cause: unknown) => {
        // A load that another load or the end of the page overtakes is reported as a failure, too.
        if (!window.isDestroyed() && !isOvertaken(cause)) {
          log.error('page could not be loaded', { cause });
        }
      });
    });
  };
  const heartbeat = createHeartbeat({
    clock,
    patience,
    ask: options.sendHeartbeat,
    isPaused: () =>
      window.isDestroyed() || !window.isVisible() || window.isMinimized() || webContents.isDevToolsOpened(),
    onHang: () => {
      log.error('page hangs; killing its process', { wasLoading: webContents.isLoadingMainFrame() });
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
    heartbeat.stop();
    if (reason === 'clean-exit') {
      return;
    }
    const wasStopped = shownStopped !== null;
    const mayReload = !wasStopped && guard.mayReload();
    log.error('page process exited', { reason, exitCode, mayReload });
    if (wasStopped) {
      clock.after(pauseMs, () => {
        load(fallbackPage);
      });
      pauseMs = Math.min(pauseMs * 2, maxPauseMs);
    } else {
      load(mayReload ? options.page : fallbackPage);
    }
  });
  // `about:blank` navigates without an event to cancel, so load our page again.
  webContents.on('did-navigate', (_event, url) => {
    if (url === options.page) {
      heartbeat.loading();
    } else if (!url.startsWith(`${bundleOrigin}/`)) {
      log.warn('page navigated elsewhere; loading it again');
      load(options.page);
    }
  });
  webContents.on('will-frame-navigate', ({ url, isMainFrame }) => {
    // The guard of all pages prevents loading it.
    const action = shownStopped === null || !isMainFrame ? null : fallbackAction(url);
    if (action === 'openAgain') {
      openAgain();
    } else if (action === 'stepBack') {
      options.stepBack();
    }
  });
  webContents.on('input-event', (_event, { type }) => {
    if (type === 'mouseDown' || type === 'keyDown' || type === 'rawKeyDown') {
      patience.onUserInput();
      heartbeat.userActed();
    }
  });
  webContents.on('unresponsive', () => {
    log.warn('window is unresponsive');
  });
  webContents.on('preload-error', (_event, _file, cause) => {
    log.error('preload script failed', { cause });
  });
  window.once('closed', () => {
    heartbeat.stop();
    disposeFresh?.();
  });
  load(options.page);

  return {
    openAgain,
    askedFor: () => {
      // A crash that is not known yet counts as the first.
      guard.forgive();
      if (shownStopped !== null) openAgain();
    },
    isStopped: () => shownStopped !== null,
    onPageReady: () => {
      heartbeat.ready();
    },
    onHeartbeatAck: () => {
      heartbeat.answered();
    },
    floorChanged: () => {
      if (shownStopped === null) {
        return;
      }
      disposeFresh ??= clock.after(batchMs, () => {
        disposeFresh = null;
        if (shownStopped !== null && shownStopped !== options.renderFallbackPage()) {
          load(fallbackPage);
        }
      });
    },
  };
}

/** Kills a hanging process. Chromium tries its own channel first, which a frozen process does not receive. */
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
      // It exited meanwhile.
    }
  });
}

function isOvertaken(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ERR_ABORTED';
}
