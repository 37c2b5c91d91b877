import { randomUUID } from 'node:crypto';
import { app, session, type Session } from 'electron/main';
import { HttpFailure, type Http, type HttpRequest, type HttpResponse } from '../gws/http-port';
import { httpFailureFrom } from '../gws/network-error';
import { copyCookies } from './cookie-copy';
import { exchange } from './http-exchange';
import { forgetPartition } from './secure-page';
import { createSignInPages } from './sign-in-browser';
import { SignInOnPage, type SignInPageOptions } from '../session/sign-in-page';
import { openSignOutPage } from '../session/sign-out-page';
import type { ProxySignIn } from '../network/proxy-sign-in';
import type { ClientCertificates } from './network/client-certificates';
import type { PartitionProxies } from './network/partition-proxies';
import { RefusedCertificates } from './network/refused-certificates';

/** What requests need on their way through a managed network. */
export interface NetworkAccess {
  readonly proxies: PartitionProxies;
  readonly proxySignIn: ProxySignIn;
  readonly certificates: ClientCertificates;
}

export interface PageAccess extends Omit<SignInPageOptions, 'browser'> {
  /** Returns the page that ends the session at the identity provider of this server; `null` if none is known. */
  readonly signOutPageOf: (serverUrl: string) => string | null;
}

/**
 * Creates an HTTP client over Chromium's network stack, which uses the proxy of the settings and the system's
 * certificates. Cookies and connections live in memory-only partitions.
 *
 * There are two partitions, because Chromium repeats a request (even a POST) when a reused connection breaks before the
 * response. Reads and the stream share up to six kept connections, so that nothing waits behind the long poll. Commands
 * use the other partition, each on a new connection, so each is sent at most once. The first partition owns the
 * cookies; a command copies them and returns what the server changed. Sign-in pages have a third one.
 *
 * A server that asks for a certificate of the user fails a request before it is sent. It is repeated once, when it is
 * decided which certificate to send.
 */
export function createElectronHttp(network: NetworkAccess, pages: PageAccess): Http {
  const refused = new RefusedCertificates();
  const [kept, single] = [openPartition(refused), openPartition(refused)];
  let signingIn: SignInOnPage | null = null;
  const isReady = Promise.all([kept, single].map((partition) => network.proxies.apply(partition)));
  const failureFrom = (cause: unknown, url: string): HttpFailure =>
    httpFailureFrom(cause, { pem: refused.pemFor(url), now: pages.clock.now() });
  let commandsUnderWay = 0;

  const sendOver = async (partition: Session, request: HttpRequest): Promise<HttpResponse> => {
    await isReady;
    const options = { partition, failureFrom, proxySignIn: network.proxySignIn };
    try {
      return await exchange(options, request);
    } catch (cause) {
      const isAsked = cause instanceof HttpFailure && cause.kind === 'clientCertificate' && cause.isCertainlyNotSent;
      if (!isAsked || !(await network.certificates.establish(partition, request.url))) throw cause;
    }
    try {
      return await exchange(options, request);
    } catch (cause) {
      if (cause instanceof HttpFailure && cause.kind === 'clientCertificate') network.certificates.refused(request.url);
      throw cause;
    }
  };

  const browser = createSignInPages({
    kept,
    prepare: (partition) => {
      refused.observe(partition);
      return network.proxies.apply(partition);
    },
    send: sendOver,
  });

  const sendCommand = async (request: HttpRequest): Promise<HttpResponse> => {
    if (commandsUnderWay === 0) {
      await single.closeAllConnections();
    }
    commandsUnderWay += 1;
    try {
      await copyCookies(kept.cookies, single.cookies, request.url);
      const response = await sendOver(single, { ...request, headers: { ...request.headers, Connection: 'close' } });
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
      request.method === 'POST' && request.mayRepeat !== true ? sendCommand(request) : sendOver(kept, request),
    closeIdleConnections: () => kept.closeAllConnections(),
    signInOnPage: (request) => {
      signingIn?.cancel();
      signingIn = new SignInOnPage(request, { ...pages, browser });
      return signingIn.ended;
    },
    signOutOnPage: async (serverUrl) => {
      const url = pages.signOutPageOf(serverUrl);
      if (url === null) return;
      signingIn?.cancel();
      const hasLoaded = await openSignOutPage({ url, serverUrl }, { ...pages, browser });
      if (hasLoaded) pages.log.info('sign-out page loaded');
      else pages.log.warn('sign-out page could not be loaded');
    },
    forget: async () => {
      signingIn?.cancel();
      await Promise.all([forgetPartition(kept), forgetPartition(single), browser.forget()]);
    },
  };
}

function openPartition(refused: RefusedCertificates): Session {
  const partition = session.fromPartition(`gws-${randomUUID()}`, { cache: false });
  refused.observe(partition);
  partition.setUserAgent(`Sightline/${app.getVersion()}`);
  return partition;
}
