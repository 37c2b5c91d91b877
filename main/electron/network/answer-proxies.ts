import { app, session, type Session, type WebContents } from 'electron/main';
import type { ProxySignIn } from '../../network/proxy-sign-in';
import { ProxyVisit } from './proxy-visit';

/** Only answers how a request would be sent: it has the proxy of the settings, and no page. */
export function lookupPartition(): Session {
  return session.fromPartition('lookup', { cache: false });
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
