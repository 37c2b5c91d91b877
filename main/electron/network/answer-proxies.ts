import { app, session, type Session, type WebContents } from 'electron/main';
import type { ProxySignIn } from '../../network/proxy-sign-in';
import { ProxyVisit } from './proxy-visit';

/** The partition of our own windows, which load nothing from the network; what the system opens in it obeys the proxy. */
export function defaultPartition(): Session {
  return session.defaultSession;
}

/**
 * Signs pages in to proxies with what is already known or asked of the user; requests of main have their own event. A
 * server that asks a page for a password gets none.
 */
export function answerProxies(proxySignIn: Pick<ProxySignIn, 'credentialsFor' | 'refused'>): void {
  const visitsOf = new WeakMap<WebContents, Map<string, ProxyVisit>>();
  app.on('login', (event, contents: WebContents | null, { url }, info, respond) => {
    // Electron's type says otherwise, but a request of main has no page.
    if (contents === null) return;
    event.preventDefault();
    const visits = visitsOf.get(contents) ?? new Map<string, ProxyVisit>();
    visitsOf.set(contents, visits);
    const visit = visits.get(url) ?? new ProxyVisit(proxySignIn);
    visits.set(url, visit);
    void visit.login(info, respond);
  });
}
