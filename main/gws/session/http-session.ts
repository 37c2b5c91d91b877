import type { Clock } from '../../base/clock';
import type { Logger } from '../../base/log';
import { fail, succeed } from '../../base/result';
import type { Result } from '../../../preload/contract';
import { HttpFailure, type Http, type HttpResponse } from '../http-port';
import type { RequestBudget } from '../requests/request-budget';
import { decodeAccount, type WireAccount } from '../wire/account';
import { responseToResult, failureToResult } from './app-error';
import type { Credentials } from './credentials';
import { SessionRenewal, type EndReason, type RenewalOutcome } from './session-renewal';
import { ApiClient, type ApiRequest, type ApiOutcome, type SenderOptions } from './api-client';

export interface SessionOptions {
  readonly baseUrl: string;
  readonly http: Http;
  readonly clock: Clock;
  readonly budget: RequestBudget;
  readonly log: Logger;
  /** Opens the contact-centre session inside a new HTTP session; must not go through `Session.call`, which may wait for it. */
  readonly open: (call: (call: ApiRequest) => Promise<Result<unknown>>) => Promise<Result<unknown>>;
  readonly onDate: SenderOptions['onDate'];
  readonly onOutcome?: SenderOptions['onOutcome'];
  readonly onCredentialsUsed: () => void;
  readonly onRenewed: () => void;
  readonly onEnded: (reason: EndReason) => void;
}

/** Whoever signs in sees that it goes on, and would only try again. */
const signInPatienceMs = 20_000;
const pingPatienceMs = 8_000;

/**
 * One signed-in HTTP session with one server.
 *
 * `signIn` proves the credentials once; from then on the session cookie (kept by the Http port) speaks, or the Basic
 * header with servers that keep no cookie. Every answer may carry a new CSRF pair, and every request carries the newest.
 *
 * An answer that says the session or its token is gone is proof that the request was not executed. Such a request, and
 * no other, is sent a second time, once, after the session was restored. Restoring is one act however many requests
 * want it, and uses the credentials at most once per expiry (see `renewal.ts`). Anything else that stays without a
 * clear answer comes back as `command.outcomeUnknown` if it was a write.
 *
 * `end` says the farewell last; afterwards no cookie, token or password is left.
 */
export class HttpSession {
  readonly #options: SessionOptions;
  readonly #sender: ApiClient;
  readonly #renewal: SessionRenewal;
  #isOver = true;

  constructor(options: SessionOptions) {
    const { baseUrl, http, clock, budget, log, onDate, onOutcome, onCredentialsUsed, onRenewed } = options;
    this.#options = options;
    this.#sender = new ApiClient({ baseUrl, http, clock, budget, onDate, onOutcome });
    this.#renewal = new SessionRenewal({
      sender: this.#sender,
      clock,
      log,
      open: () => options.open((call) => this.#callOnce(call)),
      onCredentialsUsed,
      onRenewed,
      onEnded: (reason) => {
        this.#isOver = true;
        this.#sender.forget();
        options.onEnded(reason);
      },
    });
  }

  /** Reads the server's version without credentials: the proof that a server of this kind answers there. */
  async probe(): Promise<Result<string | null>> {
    const call: ApiRequest = { method: 'GET', path: '/diagnostics/version' };
    const outcome = await this.#sender.send(call);
    // A server that wants credentials even for this says so in its own way, which is proof enough.
    if (isRefused(outcome)) return succeed(null);
    if (!(outcome instanceof HttpFailure) && outcome.kind === 'garbled') return fail('server.notGenesys');
    const result = toResult(outcome, call);
    if (!result.ok) return result.error.code === 'command.notFound' ? fail('server.notGenesys') : result;
    return readVersion(result.value);
  }

  async signIn(credentials: Credentials): Promise<Result<WireAccount>> {
    this.#sender.take(credentials);
    const account = readAccount(await this.#readMeSigningIn());
    if (!account.ok) {
      this.#sender.forget();
      return account;
    }
    const withRights = await this.#readRights();
    this.#isOver = false;
    this.#renewal.begin();
    return succeed({ ...account.value, isSupervisor: account.value.isSupervisor || withRights });
  }

  /**
   * A refused password counts towards locking the account, so the server is asked first for the charset it reads them in,
   * where that matters. One that says so only in its refusal gets them once more.
   */
  async #readMeSigningIn(): Promise<ApiOutcome> {
    if (this.#sender.hasOpenCharset()) await this.#sender.readMe(false);
    const wasOpen = this.#sender.hasOpenCharset();
    const how = { patienceMs: signInPatienceMs };
    const outcome = await this.#sender.readMe(true, how);
    return wasOpen && !this.#sender.hasOpenCharset() && isRefused(outcome) ? this.#sender.readMe(true, how) : outcome;
  }

  async call(call: ApiRequest): Promise<Result<unknown>> {
    if (this.#isOver) return fail('session.signedOut');
    const { number } = this.#renewal;
    const first = await this.#sender.send(call);
    if (first instanceof HttpFailure) return toResult(first, call);
    if (first.kind !== 'notAuthenticated' && first.kind !== 'csrf') return toResult(first, call);
    this.#options.log.info('a request was refused by the session', { refusal: first.kind });
    const isRestored =
      (first.kind === 'csrf' && (await this.refreshToken())) || (await this.renew(number)) === 'renewed';
    return isRestored ? this.#callOnce(call) : fail('session.expired');
  }

  /** What the stream must put on its own requests. */
  streamHeaders(): Readonly<Record<string, string>> {
    return this.#sender.headers();
  }

  captureFrom(response: Pick<HttpResponse, 'header'>): void {
    this.#sender.captureFrom(response);
  }

  get number(): number {
    return this.#renewal.number;
  }

  /** For a refusal met while `refusedNumber` was the session's number. */
  renew(refusedNumber: number): Promise<RenewalOutcome> {
    return this.#isOver ? Promise.resolve('ended') : this.#renewal.renew(refusedNumber);
  }

  /** A new CSRF pair comes with any read; true when one was answered, so that the session itself is alive. */
  async refreshToken(): Promise<boolean> {
    return isRead(await this.#sender.readMe(false));
  }

  /** A light read that shows whether requests are answered. Acts show it as well, so none of them waits for it. */
  async ping(): Promise<void> {
    await this.#sender.readMe(false, { urgency: 'catchUp', patienceMs: pingPatienceMs, mayRepeat: false });
  }

  /** Where no cookie session is kept, the stream is all that a server can lose: what was made beside it may be gone too. */
  streamLost(): void {
    if (this.#sender.sendsCredentialsAlways) this.#renewal.presumeLost();
  }

  async end(farewell: () => Promise<unknown>): Promise<void> {
    this.#renewal.stop();
    if (!this.#isOver) await farewell();
    this.#isOver = true;
    this.#sender.forget();
    await this.#options.http.forget();
  }

  async #callOnce(call: ApiRequest): Promise<Result<unknown>> {
    return toResult(await this.#sender.send(call), call);
  }

  /**
   * Reads features and settings, where the right to supervise may be written, and learns on the way whether the server
   * keeps a cookie session: one that refuses this request, and again right after a new sign-in, wants the credentials every
   * time. One refusal alone may come from a session that was lost (the machine slept in between), and credentials sent
   * with everything would hide every later loss.
   */
  async #readRights(): Promise<boolean> {
    const call: ApiRequest = {
      method: 'GET',
      path: '/me?subresources=features,settings',
      patienceMs: signInPatienceMs,
    };
    let answer = await this.#sender.send(call);
    if (isRefused(answer)) {
      answer = await this.#sender.send(call, true);
      const isProven = isRead(answer) && isRefused(await this.#sender.send(call));
      if (isProven) this.#sender.sendCredentialsAlways();
    }
    const result = toResult(answer, call);
    return result.ok && decodeAccount(result.value)?.isSupervisor === true;
  }
}

function isRead(outcome: ApiOutcome): boolean {
  return !(outcome instanceof HttpFailure) && outcome.kind === 'ok';
}

function isRefused(outcome: ApiOutcome): boolean {
  return !(outcome instanceof HttpFailure) && outcome.kind === 'notAuthenticated';
}

function toResult(outcome: ApiOutcome, call: ApiRequest): Result<unknown> {
  const isWrite = call.method === 'POST';
  return outcome instanceof HttpFailure ? failureToResult(outcome, isWrite) : responseToResult(outcome, isWrite);
}

function readVersion(body: unknown): Result<string | null> {
  if (typeof body !== 'object' || body === null || !('statusCode' in body)) return fail('server.notGenesys');
  const version = 'version' in body ? body.version : null;
  return succeed(typeof version === 'string' ? version.slice(0, 60) : null);
}

function readAccount(outcome: ApiOutcome): Result<WireAccount> {
  if (isRefused(outcome)) return fail('session.credentials');
  const result = toResult(outcome, { method: 'GET', path: '/me' });
  if (!result.ok) return result.error.code === 'command.notFound' ? fail('server.notGenesys') : result;
  const account = decodeAccount(result.value);
  return account === null ? fail('server.notGenesys') : succeed(account);
}
