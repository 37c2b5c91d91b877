import process from 'node:process';
import { BrowserWindow, screen } from 'electron/main';
import { isInstalled } from './installed';
import { pushChannel } from '../../preload/contract/channels';
import type { Disposer } from '../base/clock';
import type { ConsoleWindow, PageRecovery, WindowOptions } from '../windows/console-window';
import { createPageRecovery } from './page-recovery';
import { backgroundColour, onGroundChange } from './apply-theme';
import { ownPage } from './secure-page';
import { isWayland, passActivationToken } from './wayland';
import { restoreBounds, minWindowSize, type Rectangle } from '../windows/window-bounds';

/** Milliseconds after which a loaded window is shown although it was not reported as ready. */
const readyWithinMs = 1_000;
/** Milliseconds in which a revealed window usually has the focus. */
const focusWithinMs = 200;

/**
 * Opens a window. It opens hidden with the right background and shows itself when it has content. Its bounds are stored
 * while it moves, because the process may end without warning.
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
    // Elsewhere the program's own icon is used.
    ...(process.platform === 'linux' ? { icon: options.iconFile } : {}),
    backgroundColor: backgroundColour(),
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preloadFile,
      ...ownPage(isInstalled()),
      backgroundThrottling: false,
      // Alerts sound before the first click, too.
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  let isArranged = false;
  const arrange = (): void => {
    if (isArranged) return;
    isArranged = true;
    if (place.isMaximized) {
      window.maximize();
    }
    window.setFullScreen(place.isFullScreen);
  };
  const showFirst = (): void => {
    if (isArranged || window.isDestroyed()) return;
    arrange();
    window.show();
  };
  if (!options.startsHidden) {
    window.once('ready-to-show', showFirst);
    // Under Wayland, a hidden window may never be reported as ready.
    window.webContents.once('did-finish-load', () => options.clock.after(readyWithinMs, showFirst));
  }
  const disposers = [rememberPlace(window, options), onGroundChange((colour) => window.setBackgroundColor(colour))];
  window.on('close', (event) => {
    if (!options.mayClose()) {
      event.preventDefault();
    }
  });
  window.once('closed', () => {
    disposers.forEach((dispose) => dispose());
  });
  const { clock, log, page, recovery } = options;
  const sendHeartbeat = (): void => {
    window.webContents.send(pushChannel('window.heartbeat'), null);
  };
  return controlsOf(window, {
    ...{ clock, log },
    page: createPageRecovery(window, { ...recovery, page, sendHeartbeat, clock, log }),
    // A window that shows itself is arranged when it has content.
    beforeShow: options.startsHidden ? arrange : () => undefined,
  });
}

/** Returns the work areas, the preferred one first. */
function workAreasFor(initialDisplay: WindowOptions['initialDisplay']): readonly Rectangle[] {
  const first = screen.getPrimaryDisplay().id;
  const [here, others] = [[], []] as [Rectangle[], Rectangle[]];
  for (const { id, workArea } of screen.getAllDisplays()) {
    (id === first ? here : others).push(workArea);
  }
  return initialDisplay === 'firstDisplay' ? [...here, ...others] : [...others, ...here];
}

interface ControlOptions extends Pick<WindowOptions, 'clock' | 'log'> {
  readonly page: PageRecovery;
  readonly beforeShow: () => void;
}

function controlsOf(window: BrowserWindow, { clock, log, page, beforeShow }: ControlOptions): ConsoleWindow {
  const whileOpen = (act: () => void) => (): void => {
    if (!window.isDestroyed()) {
      act();
    }
  };
  const reveal = (): void => {
    beforeShow();
    if (window.isMinimized()) {
      window.restore();
    }
    window.show();
    window.focus();
  };
  return {
    id: window.webContents.id,
    send: (name, payload) => {
      window.webContents.send(pushChannel(name), payload);
    },
    onLoading: (listener) => {
      // Not at the start of a navigation: a cancelled one leaves the page loaded, which must then still receive
      // messages.
      window.webContents.on('did-navigate', listener);
      window.webContents.on('render-process-gone', listener);
    },
    onClosed: (listener) => {
      window.once('closed', listener);
    },
    onSeenChange: (listener) => {
      const report = (): void => {
        if (window.isDestroyed()) return;
        // What has the focus is seen, also where a desktop reports late that it is not minimised any more.
        listener(window.isFocused() || (window.isVisible() && !window.isMinimized()));
      };
      window.on('show', report);
      window.on('hide', report);
      window.on('minimize', report);
      window.on('restore', report);
      window.on('focus', report);
      window.on('blur', report);
    },
    onFocus: (listener) => {
      window.on('focus', listener);
    },
    reveal: whileOpen(reveal),
    bringToUser: (activation) => {
      if (window.isDestroyed()) return;
      reveal();
      if (process.platform !== 'linux') return;
      const unlessFocused = (afterMs: number, act: () => void): void => {
        clock.after(afterMs, () => {
          if (!window.isDestroyed() && !window.isFocused()) act();
        });
      };
      // A window on another workspace is only marked as urgent; showing it again moves it to the current one.
      const showAgain = (): void => {
        window.hide();
        reveal();
      };
      unlessFocused(focusWithinMs, () => {
        showAgain();
        if (activation === null || !isWayland()) return;
        // Some Wayland desktops show it, and still let it come forward only with the token of the click.
        unlessFocused(focusWithinMs, () => {
          passActivationToken(activation, log);
        });
      });
    },
    unhide: whileOpen(() => {
      if (window.isVisible()) return;
      beforeShow();
      window.showInactive();
    }),
    hide: whileOpen(() => window.hide()),
    minimize: whileOpen(() => {
      // Some window managers list a minimised window only after it was shown once.
      if (!window.isVisible()) window.showInactive();
      window.minimize();
    }),
    close: whileOpen(() => window.close()),
    page,
    isVisible: () => !window.isDestroyed() && (window.isVisible() || window.isMinimized()),
    isFocused: () => !window.isDestroyed() && window.isVisible() && !window.isMinimized() && window.isFocused(),
  };
}

const settleMs = 400;

/** Stores the bounds shortly after the last movement, and at once when the window closes. */
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
