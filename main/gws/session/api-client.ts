import type { Clock } from '../../base/clock';
import { HttpFailure, type Http, type HttpResponse } from '../http-port';
import { isFromServer, readRestResponse, type ApiResponse } from './api-response';
import { createCsrfToken } from './csrf-token';
import { askedCharset, basicAuthorization, dependsOnCharset, type SignInMethod } from './credentials';
import { NotSent, type RequestBudget, type Verdict } from '../requests/request-budget';
import { resourceOf } from '../requests/resource-of';
import type { Urgency } from '../requests/urgency';

/** One REST request, below `/api/v2`. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST';
  /** Starts with a slash; ids in it are encoded. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly timeoutMs?: number;
  /** Default: the supervisor waits for it. */
  readonly urgency?: Urgency;
  /** Longest wait for its turn in milliseconds; default: that of its urgency. */
  readonly patienceMs?: number;
  /** False: never sent again, not even after a refusal that proves that it was not executed. */
  readonly mayRepeat?: boolean;
}

/** A response that was understood, or the reason why there is none. */
export type ApiOutcome = ApiResponse | HttpFailure;

/**
 * `answered`: the server itself responded, also with a refusal. `limited`: refused by a rate limit. `failed`:
 * anything else.
 */
export type RequestEnd = 'answered' | 'limited' | 'failed';

export interface SenderOptions {
  readonly baseUrl: string;
  readonly http: Http;
  readonly clock: Clock;
  readonly budget: RequestBudget;
  /** Called for every good response with its `Date` header and the local time of the request. */
  readonly onDate: (date: string | null, sentAt: number) => void;
  /** Called for every request that was sent. */
  readonly onOutcome?: ((how: RequestEnd) => void) | undefined;
}

const defaultTimeoutMs = 10_000;

/**
 * Adds what the session needs to every request (CSRF pair, credentials when required) and takes the new CSRF pair
 * from every response. Holds the only copy of the credentials, already encoded. The HTTP port keeps the cookies.
 */
export class ApiClient {
  readonly #options: SenderOptions;
  readonly #csrf = createCsrfToken();
  #authorization: string | null = null;
  /** The same in UTF-8, if it differs and the server has not asked for it yet. */
  #authorizationInUtf8: string | null = null;
  #keepsCookies = true;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  take(method: SignInMethod): void {
    this.forgetCredentials();
    if (method !== 'page') {
      this.#authorization = basicAuthorization(method);
      this.#authorizationInUtf8 = dependsOnCharset(method) ? basicAuthorization(method, 'utf8') : null;
    }
    this.#keepsCookies = true;
    this.#csrf.forget();
  }

  forget(): void {
    this.forgetCredentials();
    this.#csrf.forget();
  }

  /** A server that has shown a login page never gets the password again. */
  forgetCredentials(): void {
    this.#authorization = null;
    this.#authorizationInUtf8 = null;
  }

  get hasCredentials(): boolean {
    return this.#authorization !== null;
  }

  /** For a server without cookie sessions, which requires the credentials with every request. */
  sendCredentialsAlways(): void {
    this.#keepsCookies = false;
  }

  /** Returns whether the charset of the credentials matters and the server has not named it yet. */
  hasOpenCharset(): boolean {
    return this.#authorizationInUtf8 !== null;
  }

  get sendsCredentialsAlways(): boolean {
    return !this.#keepsCookies;
  }

  get usesToken(): boolean {
    return this.#csrf.isHeld;
  }

  /**
   * Sends the request when the budget allows. A request refused by a rate limit may be sent again (see `requests/`).
   */
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
      if (answer.kind === 'loginPage') this.forgetCredentials();
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

interface ExchangeRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timeoutMs: number;
}

interface ExchangeResult {
  readonly response: HttpResponse;
  readonly text: string;
}

/**
 * Sends one request and reads the whole response within one deadline, so that a silent or slow server cannot block a
 * caller. Rejects with `HttpFailure` only.
 */
async function exchange(http: Http, clock: Clock, request: ExchangeRequest): Promise<ExchangeResult> {
  const { timeoutMs, ...rest } = request;
  const controller = new AbortController();
  let cancel = (): void => undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    cancel = clock.after(timeoutMs, () => {
      reject(new HttpFailure('timeout', false));
      controller.abort();
    });
  });
  try {
    return await Promise.race([send(http, { ...rest, signal: controller.signal }), deadline]);
  } catch (cause) {
    throw cause instanceof HttpFailure ? cause : new HttpFailure('other', false, cause);
  } finally {
    cancel();
  }
}

async function send(http: Http, request: Parameters<Http['send']>[0]): Promise<ExchangeResult> {
  const response = await http.send(request);
  return { response, text: await response.text() };
}
