import { randomUUID } from 'node:crypto';
import { app, session, type Session } from 'electron/main';
import type { Http, HttpRequest, HttpResponse } from '../gws/http-port';
import { copyCookies } from './cookie-copy';
import { exchange } from './http-exchange';

/**
 * Creates an HTTP client over Chromium's network stack, which uses the system's proxy and certificates. Cookies and
 * connections live in memory-only partitions.
 *
 * There are two partitions, because Chromium repeats a request (even a POST) when a reused connection breaks before the
 * response. Reads and the stream share up to six kept connections, so that nothing waits behind the long poll. Commands
 * use the other partition, each on a new connection, so each is sent at most once. The first partition owns the
 * cookies; a command copies them and returns what the server changed.
 */
export function createElectronHttp(): Http {
  const kept = openPartition();
  const single = openPartition();
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
    forget: async () => {
      await Promise.all([kept, single].map(forgetAll));
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
