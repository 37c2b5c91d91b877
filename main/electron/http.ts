import { randomUUID } from 'node:crypto';
import { app, session, type Session } from 'electron/main';
import type { Http, HttpRequest, HttpResponse } from '../gws/http-port';
import { SignInOnPage, type SignInPageOptions } from '../session/sign-in-page';
import { copyCookies } from './cookie-copy';
import { exchange } from './http-exchange';
import { createSignInPages } from './sign-in-browser';

/**
 * Creates an HTTP client over Chromium's network stack, which uses the system's proxy and certificates. Cookies and
 * connections live in memory-only partitions.
 *
 * There are two partitions, because Chromium repeats a request (even a POST) when a reused connection breaks before the
 * response. Reads and the stream share up to six kept connections, so that nothing waits behind the long poll. Commands
 * use the other partition, each on a new connection, so each is sent at most once. The first partition owns the
 * cookies; a command copies them and returns what the server changed. Sign-in pages have a third one.
 */
export function createElectronHttp(options: Omit<SignInPageOptions, 'browser'>): Http {
  const kept = openPartition();
  const single = openPartition();
  const browser = createSignInPages(kept);
  let signingIn: SignInOnPage | null = null;
  let commandsUnderWay = 0;

  const sendCommand = async (request: HttpRequest): Promise<HttpResponse> => {
    if (commandsUnderWay === 0) {
      await single.closeAllConnections();
    }
    commandsUnderWay += 1;
    try {
      await copyCookies(kept.cookies, single.cookies, request.url);
      const response = await exchange(single, { ...request, headers: { ...request.headers, Connection: 'close' } });
      if (response.header('set-cookie') !== null) {
        await copyCookies(single.cookies, kept.cookies, request.url);
      }
      // The body is part of the request: closing connections would cut it off.
      await response.text().catch(() => undefined);
      return response;
    } finally {
      commandsUnderWay -= 1;
    }
  };

  return {
    send: (request) =>
      request.method === 'POST' && request.mayRepeat !== true ? sendCommand(request) : exchange(kept, request),
    closeIdleConnections: () => kept.closeAllConnections(),
    signInOnPage: (request) => {
      signingIn?.cancel();
      signingIn = new SignInOnPage(request, { ...options, browser });
      return signingIn.ended;
    },
    forget: async () => {
      signingIn?.cancel();
      await Promise.all([forgetAll(kept), forgetAll(single), browser.forget()]);
    },
  };
}

function openPartition(): Session {
  const partition = session.fromPartition(`gws-${randomUUID()}`, { cache: false });
  partition.setUserAgent(`Sightline/${app.getVersion()}`);
  return partition;
}

async function forgetAll(partition: Session): Promise<void> {
  await partition.closeAllConnections();
  await partition.clearStorageData();
  await partition.clearAuthCache();
}
