import type { Clock } from '../../base/clock';
import { HttpFailure, type Http, type HttpResponse } from '../http-port';
import { isFromServer, readRestResponse, type Answer } from './answer';
import { createCsrfToken } from './csrf-token';
import { askedCharset, basicAuthorization, dependsOnCharset, type Credentials } from './credentials';
import { exchange } from './exchange';

/** One REST request, below `/api/v2`. */
export interface Call {
  readonly method: 'GET' | 'POST';
  /** Begins with a slash; ids in it are already encoded. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly timeoutMs?: number;
}

/** What came of a request: an answer that was understood, or the reason why there is none. */
export type Outcome = Answer | HttpFailure;

export interface SenderOptions {
  readonly baseUrl: string;
  readonly http: Http;
  readonly clock: Clock;
  /** Told of every good answer: its `Date`, and when it was asked for. */
  readonly onDate: (date: string | null, sentAt: number) => void;
  /** The server itself answered, be it with a refusal: it is there. */
  readonly onAnswered?: () => void;
}

const defaultTimeoutMs = 10_000;

/**
 * Puts on every request what the session needs (the CSRF pair; the credentials when they are called for) and takes from
 * every answer what it brings. Holds the only copy of the credentials, already in the forms they are sent in. Cookies are
 * the Http port's affair.
 */
export class Sender {
  readonly #options: SenderOptions;
  readonly #csrf = createCsrfToken();
  #authorization: string | null = null;
  /** The same in UTF-8, where that differs and the server has not asked for it yet. */
  #authorizationInUtf8: string | null = null;
  #keepsCookies = true;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  take(credentials: Credentials): void {
    this.#authorization = basicAuthorization(credentials);
    this.#authorizationInUtf8 = dependsOnCharset(credentials) ? basicAuthorization(credentials, 'utf8') : null;
    this.#keepsCookies = true;
    this.#csrf.forget();
  }

  forget(): void {
    this.#authorization = null;
    this.#authorizationInUtf8 = null;
    this.#csrf.forget();
  }

  /** For a server that grants no cookie session: it wants the credentials with every request. */
  sendCredentialsAlways(): void {
    this.#keepsCookies = false;
  }

  /** The server has not said yet in which charset it reads the credentials, and they differ. */
  hasOpenCharset(): boolean {
    return this.#authorizationInUtf8 !== null;
  }

  get sendsCredentialsAlways(): boolean {
    return !this.#keepsCookies;
  }

  async send(call: Call, withCredentials = false): Promise<Outcome> {
    const { baseUrl, http, clock, onDate, onAnswered } = this.#options;
    const sentAt = clock.now();
    try {
      const { response, text } = await exchange(http, clock, {
        method: call.method,
        url: `${baseUrl}/api/v2${call.path}`,
        headers: { Accept: 'application/json', ...this.#contentType(call), ...this.headers(withCredentials) },
        body: call.body === undefined ? null : JSON.stringify(call.body),
        timeoutMs: call.timeoutMs ?? defaultTimeoutMs,
      });
      this.captureFrom(response);
      const answer = readRestResponse(response, text, clock.now());
      if (isFromServer(answer)) onAnswered?.();
      if (answer.kind === 'ok') onDate(response.header('Date'), sentAt);
      return answer;
    } catch (cause) {
      if (cause instanceof HttpFailure) return cause;
      throw cause;
    }
  }

  readMe(withCredentials: boolean): Promise<Outcome> {
    return this.send({ method: 'GET', path: '/me' }, withCredentials);
  }

  headers(withCredentials = false): Readonly<Record<string, string>> {
    const speaks = this.#authorization !== null && (withCredentials || !this.#keepsCookies);
    return { ...this.#csrf.headers(), ...(speaks ? { Authorization: this.#authorization ?? '' } : {}) };
  }

  captureFrom(response: Pick<HttpResponse, 'header'>): void {
    this.#csrf.capture(response);
    if (this.#authorizationInUtf8 === null || askedCharset(response.header('WWW-Authenticate')) === null) return;
    this.#authorization = this.#authorizationInUtf8;
    this.#authorizationInUtf8 = null;
  }

  #contentType(call: Call): Readonly<Record<string, string>> {
    return call.method === 'POST' ? { 'Content-Type': 'application/json' } : {};
  }
}
