import { randomUUID } from 'node:crypto';
import { app, BrowserWindow, session, type Session } from 'electron/main';
import type { HttpRequest, HttpResponse } from '../gws/http-port';
import { say } from '../ui-strings/ui-strings';
import type { SignInBrowser, SignInWindow, SignInWindowEvents } from '../session/sign-in-page';
import { backgroundColour } from './apply-theme';
import { copyCookies } from './cookie-copy';
import { forgetPartition, securePage } from './secure-page';
import { letOpenPages } from './page-guards';

/** Codes of Chromium for a page that was replaced or refused before it was loaded. */
const abortedCodes = new Set([-3, -20]);

export interface SignInPagesOptions {
  /** Gets the cookies of the server. */
  readonly kept: Session;
  /** Gives a partition its proxy before it loads anything. */
  readonly prepare: (partition: Session) => Promise<void>;
  readonly send: (partition: Session, request: HttpRequest) => Promise<HttpResponse>;
}

export interface SignInPages extends SignInBrowser {
  /** Deletes everything that the pages stored. */
  forget(): Promise<void>;
}

/**
 * Opens sign-in pages. They have a partition of their own in memory, which keeps the provider's cookies until `forget`,
 * so that an expired session can return quietly. `kept` gets the cookies of the server and nothing else.
 */
export function createSignInPages({ kept, prepare, send }: SignInPagesOptions): SignInPages {
  let opened: Session | null = null;
  let isReady = Promise.resolve();
  const partition = (): Session => {
    if (opened === null) {
      opened = openPartition();
      isReady = prepare(opened);
    }
    return opened;
  };
  return {
    open: (events, mayOpen) => {
      const own = partition();
      return openPage(own, { events, mayOpen, isReady });
    },
    ask: async (url) => {
      const own = partition();
      await isReady;
      return send(own, {
        method: 'GET',
        url,
        headers: { Accept: 'application/json' },
        body: null,
        signal: AbortSignal.timeout(10_000),
      });
    },
    handOver: (url) => copyCookies(partition().cookies, kept.cookies, url),
    forget: async () => {
      if (opened === null) return;
      const closing = opened;
      opened = null;
      await forgetPartition(closing);
    },
  };
}

function openPartition(): Session {
  const partition = session.fromPartition(`sign-in-${randomUUID()}`, { cache: false });
  // Providers refuse programs that embed a browser without being one they know.
  partition.setUserAgent(app.userAgentFallback.replace(/ (?:Electron|sightline)\/\S+/giu, ''));
  return partition;
}

interface PageOptions {
  readonly events: SignInWindowEvents;
  readonly mayOpen: (url: string) => boolean;
  /** Resolves when the partition has its proxy. */
  readonly isReady: Promise<void>;
}

function openPage(partition: Session, { events, mayOpen, isReady }: PageOptions): SignInWindow {
  const window = new BrowserWindow({
    width: 520,
    height: 720,
    show: false,
    title: 'Sightline',
    backgroundColor: backgroundColour(),
    autoHideMenuBar: true,
    fullscreenable: false,
    webPreferences: {
      ...securePage,
      session: partition,
      disableDialogs: true,
      devTools: false,
    },
  });
  window.removeMenu();
  const { webContents } = window;
  letOpenPages(webContents, mayOpen, (url) => {
    events.onRefused(url);
  });
  // The title is for the host alone, so that no page can claim to be another.
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  webContents.on('did-navigate', (_event, url, status) => {
    events.onArrived(url, status);
  });
  webContents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
    if (isMainFrame) events.onArrived(url, 200);
  });
  webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    if (isMainFrame && !abortedCodes.has(code)) events.onFailed();
  });
  webContents.on('render-process-gone', () => {
    events.onFailed();
  });
  window.once('closed', () => {
    events.onClosed();
  });
  const whileOpen = (act: () => void): void => {
    if (!window.isDestroyed()) act();
  };
  return {
    load: (url) => {
      isReady.then(
        // Failures arrive as `did-fail-load`.
        () => (window.isDestroyed() ? undefined : window.loadURL(url).catch(() => undefined)),
        () => {
          events.onFailed();
        },
      );
    },
    showHost: (host) => {
      whileOpen(() => {
        window.setTitle(say('outside.signInPage', { host }));
      });
    },
    show: () => {
      whileOpen(() => {
        window.show();
        window.focus();
      });
    },
    close: () => {
      whileOpen(() => {
        window.destroy();
      });
    },
  };
}
