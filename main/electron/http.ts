import { randomUUID } from 'node:crypto';
import { net, session, type ClientRequest, type IncomingMessage, type Session } from 'electron/main';
import { HttpFailure, type Http, type HttpRequest, type HttpResponse } from '../gws/http-port';
import { failureOf, failureOfAbort } from './network-error';

/** More than any answer of a contact centre; a server that sends more is broken or hostile. */
const largestBodyBytes = 64 * 1024 * 1024;

/**
 * One server's HTTP over Chromium's network stack: the system's proxy and certificates count. Cookies live in a partition of
 * its own that exists in memory only, so that nothing is left on disk. Chromium keeps up to six connections to a server; the
 * long poll holds one of them and commands never wait behind it.
 */
export function createElectronHttp(): Http {
  const partition = session.fromPartition(`gws-${randomUUID()}`, { cache: false });
  return {
    send: (request) => exchange(partition, request),
    forget: async () => {
      await partition.closeAllConnections();
      await partition.clearStorageData();
      await partition.clearAuthCache();
    },
  };
}

function exchange(partition: Session, request: HttpRequest): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const { signal } = request;
    if (signal?.aborted === true) {
      reject(new HttpFailure(failureOfAbort(signal.reason).kind, true, signal.reason));
      return;
    }
    const outgoing = open(partition, request);
    const giveUp = (): void => {
      reject(failureOfAbort(signal?.reason));
      outgoing.abort();
    };
    signal?.addEventListener('abort', giveUp, { once: true });
    const settled = (): void => {
      signal?.removeEventListener('abort', giveUp);
    };
    outgoing.on('error', (cause) => {
      settled();
      reject(failureOf(cause));
    });
    outgoing.on('redirect', (status, _method, url, headers) => {
      settled();
      resolve(redirection(status, url, headers));
      outgoing.abort();
    });
    outgoing.on('response', (incoming) => {
      resolve({
        status: incoming.statusCode,
        header: (name) => headerOf(incoming.headers, name),
        text: readOnce(incoming, signal, settled),
      });
    });
    outgoing.end(request.body ?? undefined);
  });
}

function open(partition: Session, request: HttpRequest): ClientRequest {
  const outgoing = net.request({
    method: request.method,
    url: request.url,
    session: partition,
    useSessionCookies: true,
    credentials: 'include',
    redirect: 'manual',
    cache: 'no-store',
  });
  for (const [name, value] of Object.entries(request.headers)) {
    outgoing.setHeader(name, value);
  }
  // A server or proxy that asks for a password gets none from here: who signs in is the session's business, and the
  // answer (401, 407) is handed on as it came.
  outgoing.on('login', (_asked, answer) => {
    answer();
  });
  return outgoing;
}

/** Starts reading at once, so that nothing is lost if `text` is asked for late; decodes after the last byte. */
function readOnce(incoming: IncomingMessage, signal: AbortSignal | null, settled: () => void): () => Promise<string> {
  const body = new Promise<string>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk) => {
      size += chunk.length;
      if (size > largestBodyBytes) {
        reject(new HttpFailure('other', false, new Error('The answer is larger than any honest one')));
        return;
      }
      chunks.push(chunk);
    });
    incoming.on('end', () => {
      settled();
      resolve(new TextDecoder().decode(Buffer.concat(chunks)));
    });
    incoming.on('error', (cause: unknown) => {
      settled();
      reject(failureOf(cause));
    });
    incoming.on('aborted', () => {
      settled();
      reject(signal?.aborted === true ? failureOfAbort(signal.reason) : new HttpFailure('reset', false));
    });
  });
  // Whoever never asks for the body must not be punished with an unhandled rejection.
  body.catch(() => undefined);
  return () => body;
}

function redirection(status: number, url: string, headers: Readonly<Record<string, readonly string[]>>): HttpResponse {
  return {
    status,
    header: (name) => (name.toLowerCase() === 'location' ? url : headerOf(headers, name)),
    text: () => Promise.resolve(''),
  };
}

function headerOf(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  name: string,
): string | null {
  const wanted = name.toLowerCase();
  for (const [known, value] of Object.entries(headers)) {
    if (known.toLowerCase() === wanted && value !== undefined) {
      return typeof value === 'string' ? value : value.join(', ');
    }
  }
  return null;
}
