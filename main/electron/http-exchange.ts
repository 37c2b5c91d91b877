import { net, type ClientRequest, type IncomingMessage, type Session } from 'electron/main';
import { HttpFailure, type HttpRequest, type HttpResponse } from '../gws/http-port';
import { responseText } from '../gws/response-text';
import { httpFailureFrom, httpFailureFromAbort } from '../gws/network-error';
import type { ProxySignIn } from '../network/proxy-sign-in';
import { ProxyVisit } from './network/proxy-visit';

/** Larger than any response of a contact centre; a larger one is a fault or an attack. */
const maxBodyBytes = 16 * 1024 * 1024;

/** How to send: the partition, how to name what went wrong, and the credentials for proxies. */
export interface ExchangeOptions {
  readonly partition: Session;
  readonly failureFrom: (cause: unknown, url: string) => HttpFailure;
  readonly proxySignIn: Pick<ProxySignIn, 'credentialsFor' | 'refused'>;
}

/** Sends one request over one partition. Resolves with the headers; the body is read at once, used or not. */
export function exchange(
  { partition, failureFrom, proxySignIn }: ExchangeOptions,
  request: HttpRequest,
): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const { signal } = request;
    if (signal?.aborted === true) {
      reject(new HttpFailure(httpFailureFromAbort(signal.reason).kind, true, signal.reason));
      return;
    }
    const outgoing = open(partition, request);
    const proxy = new ProxyVisit(proxySignIn);
    outgoing.on('login', (info, respond) => {
      void proxy.login(info, respond);
    });
    const giveUp = (): void => {
      reject(httpFailureFromAbort(signal?.reason));
      outgoing.abort();
    };
    const settled = (): void => {
      signal?.removeEventListener('abort', giveUp);
    };
    signal?.addEventListener('abort', giveUp, { once: true });
    outgoing.on('error', (cause) => {
      settled();
      reject(proxy.failure(cause) ?? failureFrom(cause, request.url));
    });
    outgoing.on('redirect', (status, _method, url, headers) => {
      settled();
      resolve(redirection(status, url, headers));
      outgoing.abort();
    });
    outgoing.on('response', (incoming) => {
      const { headers, statusCode: status } = incoming;
      const refusedByProxy = status === 407 ? proxy.failure(undefined) : null;
      if (refusedByProxy !== null) {
        settled();
        reject(refusedByProxy);
        outgoing.abort();
        return;
      }
      const abort = (): void => {
        outgoing.abort();
      };
      const body = readBody(incoming, request, abort).finally(settled);
      // An unused body must not cause an unhandled rejection.
      body.catch(() => undefined);
      resolve({ status, header: (name) => headerOf(headers, name), text: () => body });
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
  return outgoing;
}

/** Reads the body and aborts an endless one, which would otherwise download unnoticed. */
function readBody(incoming: IncomingMessage, { signal }: HttpRequest, abort: () => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk) => {
      size += chunk.length;
      if (size > maxBodyBytes) {
        chunks.length = 0;
        reject(new HttpFailure('tooLarge', false, new Error('response body exceeds the limit')));
        abort();
        return;
      }
      chunks.push(chunk);
    });
    incoming.on('end', () => {
      resolve(responseText(Buffer.concat(chunks), headerOf(incoming.headers, 'content-type')));
    });
    incoming.on('error', (cause: unknown) => {
      reject(httpFailureFrom(cause));
    });
    incoming.on('aborted', () => {
      reject(signal?.aborted === true ? httpFailureFromAbort(signal.reason) : new HttpFailure('reset', false));
    });
  });
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
