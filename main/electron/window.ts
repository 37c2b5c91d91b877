import { app, BrowserWindow, screen } from 'electron/main';
import type { Clock, Undo } from '../base/clock';
import type { Logger } from '../base/log';
import { bundleOrigin, startPage } from './bundle-path';
import { createCrashGuard } from './crash-guard';
import { stoppedPage } from './stopped-page';
import { groundColour, onGroundChange } from './theme';
import { placeFor, smallestWindow, type WindowPlace } from './window-place';

export interface WindowOptions {
  readonly preloadFile: string;
  readonly log: Logger;
  readonly clock: Clock;
  readonly place: { read(): unknown; write(place: WindowPlace): void };
  /** Asked when a person closes the window: `true` lets it close, `false` keeps it (hidden or minimised by whoever answers). */
  readonly mayClose: () => boolean;
}

export interface ConsoleWindow {
  /** Brings the window before the person's eyes, wherever it was. */
  reveal(): void;
  hide(): void;
  minimize(): void;
  reload(): void;
  /** Seen and having the keyboard: what it shows is being looked at. */
  isInFront(): boolean;
  /** Of its page, as channels name it. */
  readonly id: number;
  send(channel: string, payload: unknown): void;
  /** The page is being loaded, the first time or again: what it knew is gone. */
  onLoading(listener: () => void): void;
  onClosed(listener: () => void): void;
}

/**
 * The one window. It opens hidden on a ground of the right colour and shows itself when it has something to show; it remembers its
 * place while it is moved and not only at the end, because the end may be a power cut; it loads itself again when its
 * process dies, unless it dies again and again.
 */
export function openWindow(options: WindowOptions): ConsoleWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const place = placeFor(options.place.read(), workAreas);
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Sightline',
    backgroundColor: groundColour(),
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableBlinkFeatures: 'Auxclick',
      devTools: !app.isPackaged,
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => {
    if (place.isMaximized) {
      window.maximize();
    }
    window.setFullScreen(place.isFullScreen);
    window.show();
  });
  const undos = [rememberPlace(window, options), onGroundChange((colour) => window.setBackgroundColor(colour))];
  window.on('close', (event) => {
    if (!options.mayClose()) {
      event.preventDefault();
    }
  });
  window.once('closed', () => {
    undos.forEach((undo) => undo());
  });
  recover(window, options);
  load(window, startPage, options.log);
  return controlsOf(window, options.log);
}

function controlsOf(window: BrowserWindow, log: Logger): ConsoleWindow {
  const whileOpen = (act: () => void) => (): void => {
    if (!window.isDestroyed()) {
      act();
    }
  };
  return {
    id: window.webContents.id,
    send: (channel, payload) => {
      window.webContents.send(channel, payload);
    },
    onLoading: (listener) => {
      window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument) {
          listener();
        }
      });
    },
    onClosed: (listener) => {
      window.once('closed', listener);
    },
    reveal: whileOpen(() => {
      if (window.isMinimized()) {
        window.restore();
      }
      window.show();
      window.focus();
    }),
    hide: whileOpen(() => window.hide()),
    minimize: whileOpen(() => window.minimize()),
    reload: whileOpen(() => load(window, startPage, log)),
    isInFront: () => !window.isDestroyed() && window.isVisible() && !window.isMinimized() && window.isFocused(),
  };
}

function load(window: BrowserWindow, page: string, log: Logger): void {
  window.loadURL(page).catch((cause: unknown) => {
    // A window that is closed while it loads has nothing left to show.
    if (!window.isDestroyed()) {
      log.error('The window could not load its page', { cause });
    }
  });
}

/** Loading again must wait a turn: done inside the event it can take the whole program down. */
function recover(window: BrowserWindow, { clock, log }: WindowOptions): void {
  const guard = createCrashGuard(clock);
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') {
      return;
    }
    const mayReload = guard.mayReload();
    log.error('The window stopped', { reason: details.reason, exitCode: details.exitCode, mayReload });
    setImmediate(() => {
      if (!window.isDestroyed()) {
        load(window, mayReload ? startPage : stoppedPage, log);
      }
    });
  });
  // An empty page asks nobody before it comes; whoever lands there is brought back.
  window.webContents.on('did-navigate', (_event, url) => {
    if (!url.startsWith(`${bundleOrigin}/`)) {
      log.warn('The page was left for another and is loaded again');
      setImmediate(() => {
        if (!window.isDestroyed()) {
          load(window, startPage, log);
        }
      });
    }
  });
  window.webContents.on('unresponsive', () => {
    log.warn('The window does not answer');
  });
  window.webContents.on('preload-error', (_event, _file, cause) => {
    log.error('The bridge into the window failed', { cause });
  });
}

const settleMs = 400;

/** Writes the place a moment after the last movement, and at once when the window goes. */
function rememberPlace(window: BrowserWindow, { clock, place }: WindowOptions): Undo {
  let waiting: Undo | null = null;
  const write = (): void => {
    waiting?.();
    waiting = null;
    if (!window.isDestroyed()) {
      place.write({
        bounds: window.getNormalBounds(),
        isMaximized: window.isMaximized(),
        isFullScreen: window.isFullScreen(),
      });
    }
  };
  const writeSoon = (): void => {
    waiting?.();
    waiting = clock.after(settleMs, write);
  };
  window.on('move', writeSoon);
  window.on('resize', writeSoon);
  window.on('maximize', writeSoon);
  window.on('unmaximize', writeSoon);
  window.on('enter-full-screen', writeSoon);
  window.on('leave-full-screen', writeSoon);
  window.on('close', write);
  return () => {
    waiting?.();
    waiting = null;
  };
}
