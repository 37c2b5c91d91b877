import { randomUUID } from 'node:crypto';
import { app, session, type Session } from 'electron/main';
import type { Http, HttpRequest, HttpResponse } from '../../gws/http-port';
import { copyCookies } from './cookie-copy';
import { exchange } from './http-exchange';

/**
 * One server's HTTP over Chromium's network stack: the system's proxy and certificates count. Cookies and connections live in
 * partitions that exist in memory only, so that nothing is left on disk.
 *
 * There are two lanes, because Chromium sends a request again by itself, POST or not, when a connection that served before
 * breaks before the answer. Reads and the stream share kept connections: up to six, so that nothing waits behind the long poll.
 * A command goes over the other lane, always on a connection of its own, and so is sent once or not at all. The first lane
 * owns the cookies; a command borrows them and brings back what the server changed.
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
      // The body counts as part of being under way: closing connections would cut it off.
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
