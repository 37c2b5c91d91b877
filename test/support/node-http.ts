import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { CookieJar } from 'tough-cookie';
import {
  HttpFailure,
  type Http,
  type HttpFailureKind,
  type HttpRequest,
  type HttpResponse,
} from '../../main/gws/http-port';

import { responseText } from '../../main/gws/response-text';

const kinds: Readonly<Record<string, HttpFailureKind>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ETIMEDOUT: 'timeout',
};

/** The Http port on Node's own client, with a cookie jar in memory. For tests: it knows no proxy. */
export class NodeHttp implements Http {
  #jar = new CookieJar();
  #agents = makeAgents();
  readonly #trust: string | undefined;

  /** `trust`: a certificate authority, PEM, for servers of the test's own. */
  constructor(trust?: string) {
    this.#trust = trust;
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    const cookie = await this.#jar.getCookieString(request.url);
    const response = await this.#exchange(request, cookie);
    for (const line of response.headers['set-cookie'] ?? []) {
      await this.#jar.setCookie(line, request.url, { ignoreError: true });
    }
    return new NodeResponse(response);
  }

  /** Those nobody waits on; a poll under way is aborted by the caller that wants a new one. */
  closeIdleConnections(): Promise<void> {
    for (const agent of [this.#agents.http, this.#agents.https]) {
      for (const socket of Object.values(agent.freeSockets).flat()) socket?.destroy();
    }
    return Promise.resolve();
  }

  async forget(): Promise<void> {
    await this.#jar.removeAllCookies();
    this.#agents.http.destroy();
    this.#agents.https.destroy();
    this.#agents = makeAgents();
  }

  /** What would be sent along, for tests that ask whether anything was left behind. */
  cookiesFor(url: string): Promise<string> {
    return this.#jar.getCookieString(url);
  }

  #exchange(request: HttpRequest, cookie: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const isSecure = request.url.startsWith('https:');
      const options = {
        method: request.method,
        headers: { ...request.headers, ...(cookie === '' ? {} : { Cookie: cookie }) },
        ...(request.signal === null ? {} : { signal: request.signal }),
      };
      const outgoing: ClientRequest = isSecure
        ? https.request(request.url, {
            ...options,
            agent: this.#agents.https,
            ...(this.#trust ? { ca: this.#trust } : {}),
          })
        : http.request(request.url, { ...options, agent: this.#agents.http });
      let wasSent = false;
      outgoing.once('finish', () => {
        wasSent = true;
      });
      outgoing.once('response', resolve);
      outgoing.once('error', (cause) => {
        reject(toFailure(cause, wasSent));
      });
      outgoing.end(request.body ?? undefined);
    });
  }
}

class NodeResponse implements HttpResponse {
  readonly status: number;
  readonly #message: IncomingMessage;

  constructor(message: IncomingMessage) {
    this.status = message.statusCode ?? 0;
    this.#message = message;
  }

  header(name: string): string | null {
    const value = this.#message.headers[name.toLowerCase()];
    return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value;
  }

  /** All bytes first, then one decoding: a character may lie across two of the pieces they arrive in. */
  async text(): Promise<string> {
    const pieces: Buffer[] = [];
    try {
      for await (const piece of this.#message) pieces.push(piece as Buffer);
    } catch (cause) {
      throw toFailure(cause, true);
    }
    if (!this.#message.complete) throw new HttpFailure('reset', false);
    return responseText(Buffer.concat(pieces), this.header('content-type'));
  }
}

function makeAgents(): { readonly http: http.Agent; readonly https: https.Agent } {
  return { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };
}

function toFailure(cause: unknown, wasSent: boolean): HttpFailure {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (cause instanceof Error && cause.name === 'AbortError') return new HttpFailure('aborted', false, cause);
  const kind = kinds[code] ?? (/CERT|TLS|SSL|SIGNED|ISSUER/.test(code) ? 'certificate' : 'other');
  const neverLeft = kind === 'dns' || kind === 'refused' || kind === 'unreachable' || kind === 'certificate';
  return new HttpFailure(kind, neverLeft && !(wasSent && kind === 'unreachable'), cause);
}
