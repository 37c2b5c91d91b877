import type { Clock } from '../../base/clock';
import { HttpFailure, type Http, type HttpResponse } from '../http-port';
import { isFromServer, readRestResponse, type ApiResponse } from './api-response';
import { createCsrfToken } from './csrf-token';
import { askedCharset, basicAuthorization, dependsOnCharset, type Credentials } from './credentials';
import { NotSent, type RequestBudget, type Verdict } from '../requests/request-budget';
import { resourceOf } from '../requests/resource-of';
import type { Urgency } from '../requests/urgency';
import { exchange } from './exchange';

/** One REST request, below `/api/v2`. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST';
  /** Begins with a slash; ids in it are already encoded. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly timeoutMs?: number;
  /** Unless it is said, a person waits for it. */
  readonly urgency?: Urgency;
  /** How long it may wait for its turn, instead of what its urgency grants. */
  readonly patienceMs?: number;
  /** False: not even when it was refused at the door. */
  readonly mayRepeat?: boolean;
}

/** What came of a request: an answer that was understood, or the reason why there is none. */
export type ApiOutcome = ApiResponse | HttpFailure;

/** `answered`: by the server itself, be it with a refusal. `limited`: refused as one too many. `failed`: anything else. */
export type RequestEnd = 'answered' | 'limited' | 'failed';

export interface SenderOptions {
  readonly baseUrl: string;
  readonly http: Http;
  readonly clock: Clock;
  readonly budget: RequestBudget;
  /** Told of every good answer: its `Date`, and when it was asked for. */
  readonly onDate: (date: string | null, sentAt: number) => void;
  /** Told of every request that was sent. */
  readonly onOutcome?: ((how: RequestEnd) => void) | undefined;
}

const defaultTimeoutMs = 10_000;

/**
 * Puts on every request what the session needs (the CSRF pair; the credentials when they are called for) and takes from
 * every answer what it brings. Holds the only copy of the credentials, already in the forms they are sent in. Cookies are
 * the Http port's affair.
 */
export class ApiClient {
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

  /** When its turn has come. A request that is refused at the door for want of budget may be sent again (see `requests/`). */
  async send(call: ApiRequest, withCredentials = false): Promise<ApiOutcome> {
    const { urgency = 'act', patienceMs } = call;
    const ask = {
      urgency,
      resource: resourceOf(call.method, call.path),
      ...(patienceMs === undefined ? {} : { patienceMs }),
    };
    const outcome = await this.#options.budget.run(
      ask,
      () => this.#sendOnce(call, withCredentials),
      (one) => verdictOn(one, call),
    );
    if (!(outcome instanceof NotSent)) return outcome;
    return { kind: 'busy', retryAfterMs: outcome.waitMs, isLimit: false, isCertainlyNotDone: true };
  }

  async #sendOnce(call: ApiRequest, withCredentials: boolean): Promise<ApiOutcome> {
    const { baseUrl, http, clock, onDate, onOutcome } = this.#options;
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
      onOutcome?.(endOf(answer));
      if (answer.kind === 'ok') onDate(response.header('Date'), sentAt);
      return answer;
    } catch (cause) {
      if (cause instanceof HttpFailure) {
        onOutcome?.('failed');
        return cause;
      }
      throw cause;
    }
  }

  readMe(
    withCredentials: boolean,
    how: Pick<ApiRequest, 'urgency' | 'patienceMs' | 'mayRepeat'> = {},
  ): Promise<ApiOutcome> {
    return this.send({ method: 'GET', path: '/me', ...how }, withCredentials);
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

  #contentType(call: ApiRequest): Readonly<Record<string, string>> {
    return call.method === 'POST' ? { 'Content-Type': 'application/json' } : {};
  }
}

function endOf(answer: ApiResponse): RequestEnd {
  if (isFromServer(answer)) return 'answered';
  return answer.kind === 'busy' && answer.isLimit ? 'limited' : 'failed';
}

function verdictOn(outcome: ApiOutcome, call: ApiRequest): Verdict {
  if (outcome instanceof HttpFailure) return outcome.kind === 'aborted' ? { kind: 'other' } : { kind: 'strained' };
  if (outcome.kind !== 'busy') return { kind: 'good' };
  const { retryAfterMs, isLimit, isCertainlyNotDone } = outcome;
  return { kind: 'refused', retryAfterMs, isLimit, isRepeatable: call.mayRepeat !== false && isCertainlyNotDone };
}
