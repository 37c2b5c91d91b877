import { app, BrowserWindow, screen } from 'electron/main';
import type { PushName, Pushes } from '../../preload/contract';
import { pushChannel } from '../../preload/contract/channels';
import type { Clock, Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import { createPageRecovery, type PageRecovery, type RecoveryOptions } from './page-recovery';
import { backgroundColour, onGroundChange } from './apply-theme';
import { restoreBounds, minWindowSize, type Rectangle, type SavedBounds } from './window-bounds';

export interface WindowOptions {
  readonly preloadFile: string;
  /** The address of its page. */
  readonly page: string;
  /** Where it comes up the first time: in the middle of the first display, or of another one where there is one. */
  readonly initialDisplay: 'firstDisplay' | 'anotherDisplay';
  readonly log: Logger;
  readonly clock: Clock;
  readonly place: { read(): unknown; write(place: SavedBounds): void };
  /** Asked when a person closes the window: `true` lets it close, `false` keeps it (hidden or minimised by whoever answers). */
  readonly mayClose: () => boolean;
  readonly recovery: Pick<RecoveryOptions, 'renderFallbackPage' | 'stepBack'>;
}

export interface ConsoleWindow {
  /** Brings the window before the person's eyes, wherever it was. */
  reveal(): void;
  hide(): void;
  minimize(): void;
  /** As a person would: whoever may object is asked. */
  close(): void;
  /** Seen and having the keyboard: what it shows is being looked at. */
  isFocused(): boolean;
  /** Told when the window is hidden or minimised, or can be seen again. */
  onSeenChange(listener: (isSeen: boolean) => void): void;
  /** Of its page, as channels name it. */
  readonly id: number;
  send<N extends PushName>(name: N, payload: Pushes[N]): void;
  /** The page is a new one, or none: what it knew is gone. */
  onLoading(listener: () => void): void;
  onClosed(listener: () => void): void;
  /** Keeps the page in it alive. */
  readonly page: PageRecovery;
}

/**
 * One of our windows. It opens hidden on a ground of the right colour and shows itself when it has something to show; it remembers its
 * place while it is moved and not only at the end, because the end may be a power cut. What is in it is kept there by its
 * recovery.
 */
export function openWindow(options: WindowOptions): ConsoleWindow {
  const workAreas = workAreasFor(options.initialDisplay);
  const place = restoreBounds(options.place.read(), workAreas);
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: minWindowSize.width,
    minHeight: minWindowSize.height,
    show: false,
    title: 'Sightline',
    backgroundColor: backgroundColour(),
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
  const { clock, log, page, recovery } = options;
  const sendHeartbeat = (): void => {
    window.webContents.send(pushChannel('window.heartbeat'), null);
  };
  return controlsOf(window, createPageRecovery(window, { ...recovery, page, sendHeartbeat, clock, log }));
}

/** The one for a first opening comes first. */
function workAreasFor(initialDisplay: WindowOptions['initialDisplay']): readonly Rectangle[] {
  const first = screen.getPrimaryDisplay().id;
  const [here, others] = [[], []] as [Rectangle[], Rectangle[]];
  for (const { id, workArea } of screen.getAllDisplays()) {
    (id === first ? here : others).push(workArea);
  }
  return initialDisplay === 'firstDisplay' ? [...here, ...others] : [...others, ...here];
}

function controlsOf(window: BrowserWindow, page: PageRecovery): ConsoleWindow {
  const whileOpen = (act: () => void) => (): void => {
    if (!window.isDestroyed()) {
      act();
    }
  };
  return {
    id: window.webContents.id,
    send: (name, payload) => {
      window.webContents.send(pushChannel(name), payload);
    },
    onLoading: (listener) => {
      // Not when a navigation begins: one that is held leaves the page as it was, and it must not fall deaf.
      window.webContents.on('did-navigate', listener);
      window.webContents.on('render-process-gone', listener);
    },
    onClosed: (listener) => {
      window.once('closed', listener);
    },
    onSeenChange: (listener) => {
      const tell = (): void => {
        listener(!window.isDestroyed() && window.isVisible() && !window.isMinimized());
      };
      window.on('show', tell);
      window.on('hide', tell);
      window.on('minimize', tell);
      window.on('restore', tell);
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
    close: whileOpen(() => window.close()),
    page,
    isFocused: () => !window.isDestroyed() && window.isVisible() && !window.isMinimized() && window.isFocused(),
  };
}

const settleMs = 400;

/** Writes the place a moment after the last movement, and at once when the window goes. */
function rememberPlace(window: BrowserWindow, { clock, place }: WindowOptions): Disposer {
  let waiting: Disposer | null = null;
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
