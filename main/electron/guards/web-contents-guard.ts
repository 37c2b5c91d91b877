import { app, session, type Session, type WebContents } from 'electron/main';
import type { Logger } from '../../base/log';
import { bundleOrigin } from '../bundle-path';
import { fallbackAction } from '../fallback-page';

/**
 * Stands at every page there will ever be, not only at the window we open ourselves: a page may not go anywhere, open anything,
 * embed anything or be granted anything. Start it before the first window.
 */
export function guardWebContents(log: Logger): void {
  app.on('web-contents-created', (_created, contents) => {
    denyNavigation(contents, log);
  });
  app.on('session-created', denyPermissions);
  denyPermissions(session.defaultSession);
}

function denyNavigation(contents: WebContents, log: Logger): void {
  const refuse = (event: { preventDefault(): void; url?: string }): void => {
    if (event.url === undefined || !isReload(contents, event.url)) {
      event.preventDefault();
      // The plain page speaks by links, having no scripts; held all the same.
      if (fallbackAction(event.url ?? '') === null) {
        log.warn('A page tried to go elsewhere and was held');
      }
    }
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    log.warn('A page tried to embed another and was held');
  });
  contents.setWindowOpenHandler(() => {
    log.warn('A page tried to open a window and was held');
    return { action: 'deny' };
  });
}

/** Loading the same page of ours again is no departure. */
function isReload(contents: WebContents, url: string): boolean {
  return url === contents.getURL() && url.startsWith(`${bundleOrigin}/`);
}

function denyPermissions(guarded: Session): void {
  guarded.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  guarded.setPermissionCheckHandler(() => false);
  guarded.setDevicePermissionHandler(() => false);
  guarded.setDisplayMediaRequestHandler((_request, answer) => {
    answer({});
  });
  guarded.on('will-download', (event) => {
    event.preventDefault();
  });
  // Switching the spelling checker off is not enough: a new session still downloads the dictionaries of its languages.
  guarded.setSpellCheckerLanguages([]);
  guarded.setSpellCheckerEnabled(false);
}
