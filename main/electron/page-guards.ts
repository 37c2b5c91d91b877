import type { Session, WebContents } from 'electron/main';
import type { Logger } from '../base/log';
import { bundleOrigin } from '../shell/bundle-path';
import { fallbackAction } from '../windows/fallback-page';

interface OpenPages {
  readonly mayOpen: (url: string) => boolean;
  readonly onRefused: (url: string) => void;
}

/** The sign-in windows, the only ones that leave their first page. */
const openPages = new WeakMap<WebContents, OpenPages>();

/** Lets the pages of a sign-in window lead to others. `onRefused` gets an address that the window itself must not open. */
export function letOpenPages(
  contents: WebContents,
  mayOpen: OpenPages['mayOpen'],
  onRefused: OpenPages['onRefused'],
): void {
  openPages.set(contents, { mayOpen, onRefused });
}

/** No navigation, no new window and no embedded page, except what `letOpenPages` allows. */
export function denyNavigation(contents: WebContents, log: Logger): void {
  const refuse = (event: { preventDefault(): void; url?: string; isMainFrame?: boolean }): void => {
    const pages = openPages.get(contents);
    if (pages !== undefined) {
      refusePage(event, pages, log);
    } else if (event.url === undefined || !isReload(contents, event.url)) {
      event.preventDefault();
      // The fallback page has no scripts and uses links for its actions; the navigation is cancelled all the same.
      if (fallbackAction(event.url ?? '') === null) {
        log.warn('navigation blocked');
      }
    }
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    log.warn('embedded page blocked');
  });
  // What is left of WebRTC obeys the proxy, which leads nowhere for our own pages.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => {
    log.warn('new window blocked');
    return { action: 'deny' };
  });
}

function refusePage(
  event: { preventDefault(): void; url?: string; isMainFrame?: boolean },
  { mayOpen, onRefused }: OpenPages,
  log: Logger,
): void {
  const { url = '', isMainFrame = true } = event;
  if (mayOpen(url)) return;
  event.preventDefault();
  log.warn('sign-in window may not open a page', { isMainFrame });
  if (isMainFrame) onRefused(url);
}

/** Returns whether the navigation reloads the same page of ours. */
function isReload(contents: WebContents, url: string): boolean {
  return url === contents.getURL() && url.startsWith(`${bundleOrigin}/`);
}

/** No permission, device, screen, download or dictionary for any page of the partition. */
export function denyPermissions(guarded: Session): void {
  guarded.setPermissionRequestHandler((_contents, _permission, respond) => {
    respond(false);
  });
  guarded.setPermissionCheckHandler(() => false);
  guarded.setDevicePermissionHandler(() => false);
  guarded.setDisplayMediaRequestHandler((_request, respond) => {
    respond({});
  });
  guarded.on('will-download', (event) => {
    event.preventDefault();
  });
  // Disabling the spell checker is not enough: a new session still downloads dictionaries.
  guarded.setSpellCheckerLanguages([]);
  guarded.setSpellCheckerEnabled(false);
}

/** Our own pages load nothing from a network. A proxy that does not exist also ends what no content policy covers: WebRTC. */
export async function denyNetwork(guarded: Session): Promise<void> {
  await guarded.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
}
