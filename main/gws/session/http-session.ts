import type { Clock } from '../../base/clock';
import type { Logger } from '../../base/log';
import { fail, succeed } from '../../base/result';
import type { Result } from '../../../preload/contract';
import { runInBackground } from '../../base/run-in-background';
import type { SessionTraits } from '../../connection-check/ports';
import { HttpFailure, type Http, type HttpResponse, type SignInPageEnd } from '../http-port';
import type { RequestBudget } from '../requests/request-budget';
import { decodeAccount, type WireAccount } from '../wire/account';
import type { SignInMethod } from './credentials';
import { SessionRenewal, type EndReason, type RenewalOutcome } from './session-renewal';
import { ApiClient, type ApiRequest, type ApiOutcome, type SenderOptions } from './api-client';
import { isLoginPage, isOfServer, isRead, isRefused, toResult } from './api-outcome';
import { readServerVersion } from './server-version';

export interface SessionOptions {
  readonly baseUrl: string;
  readonly http: Http;
  readonly clock: Clock;
  readonly budget: RequestBudget;
  readonly log: Logger;
  /**
   * Opens the contact-centre session inside a new HTTP session. It must not use `HttpSession.call`, which may wait
   * for it.
   */
  readonly open: (call: (call: ApiRequest) => Promise<Result<unknown>>) => Promise<Result<unknown>>;
  readonly onDate: SenderOptions['onDate'];
  readonly onOutcome?: SenderOptions['onOutcome'];
  readonly onCredentialsUsed: () => void;
  readonly onRenewed: () => void;
  readonly onEnded: (reason: EndReason) => void;
}

/** Milliseconds. The user sees the progress of a sign-in, and would only try again after an early failure. */
const signInPatienceMs = 20_000;
const pingPatienceMs = 8_000;

/**
 * One signed-in HTTP session with one server.
 *
 * `signIn` sends the credentials once, or none if the person signs in on the server's page. Later requests use the
 * session cookie (kept by the HTTP port), or the Basic header if the server has no cookie sessions. Every response may
 * carry a new CSRF pair; every request carries the newest.
 *
 * A response that reports a lost session or token proves that the request was not executed. Only such a request is
 * repeated, once, after the session was restored. Concurrent requests share one renewal, which uses the credentials
 * at most once per expiry (`session-renewal.ts`). Any other write without a clear response returns
 * `command.outcomeUnknown`.
 *
 * `end` runs the given farewell, opens the provider's sign-out page, and then deletes cookies, token and password.
 */
export class HttpSession {
  readonly #options: SessionOptions;
  readonly #sender: ApiClient;
  readonly #renewal: SessionRenewal;
  #isOver = true;
  #signsInOnPage = false;

  constructor(options: SessionOptions) {
    const { baseUrl, http, clock, budget, log, onDate, onOutcome, onCredentialsUsed, onRenewed } = options;
    this.#options = options;
    this.#sender = new ApiClient({ baseUrl, http, clock, budget, onDate, onOutcome });
    this.#renewal = new SessionRenewal({
      sender: this.#sender,
      clock,
      log,
      open: () => options.open((call) => this.#callOnce(call)),
      signInAgain: () => this.#openPage(true),
      onCredentialsUsed,
      onRenewed,
      onEnded: (reason) => {
        this.#isOver = true;
        this.#sender.forget();
        options.onEnded(reason);
      },
    });
  }

  probe(): Promise<Result<string | null>> {
    return readServerVersion(this.#sender);
  }

  async signIn(method: SignInMethod): Promise<Result<WireAccount>> {
    this.#sender.take(method);
    this.#signsInOnPage = method === 'page';
    const account = await (method === 'page' ? this.#enterOnPage() : this.#enterWithPassword());
    if (!account.ok) {
      this.#sender.forget();
      return account;
    }
    const withRights = await this.#readRights();
    this.#isOver = false;
    this.#renewal.begin(this.#signsInOnPage ? account.value.userId : null);
    return succeed({ ...account.value, isSupervisor: account.value.isSupervisor || withRights });
  }

  /**
   * Asks without the password first: a server that shows a login page must not get it, even if its version is open.
   * The response may also name the charset, which matters because a refused password counts towards the account lock.
   * If only the refusal names it, the credentials are sent once more.
   */
  async #enterWithPassword(): Promise<Result<WireAccount>> {
    const how = { patienceMs: signInPatienceMs };
    const first = await this.#sender.readMe(false, how);
    if (!isOfServer(first)) return readAccount(first);
    const wasOpen = this.#sender.hasOpenCharset();
    const outcome = await this.#sender.readMe(true, how);
    const isRepeated = wasOpen && !this.#sender.hasOpenCharset() && isRefused(outcome);
    return readAccount(isRepeated ? await this.#sender.readMe(true, how) : outcome);
  }

  async #enterOnPage(): Promise<Result<WireAccount>> {
    const how = { patienceMs: signInPatienceMs };
    const first = await this.#sender.readMe(false, how);
    if (!isOfServer(first) && !isLoginPage(first)) return readAccount(first);
    const end = await this.#openPage(false);
    return end.kind === 'signedIn' ? readAccount(await this.#sender.readMe(false, how)) : failureOf(end);
  }

  #openPage(isQuiet: boolean): Promise<SignInPageEnd> {
    const { http, baseUrl } = this.#options;
    return http.signInOnPage?.({ url: `${baseUrl}/api/v2/me`, isQuiet }) ?? Promise.resolve({ kind: 'unreachable' });
  }

  async call(call: ApiRequest): Promise<Result<unknown>> {
    if (this.#isOver) return fail('session.signedOut');
    const { number } = this.#renewal;
    const first = await this.#sender.send(call);
    if (first instanceof HttpFailure) return toResult(first, call);
    const isLost = first.kind === 'notAuthenticated' || (this.#signsInOnPage && first.kind === 'loginPage');
    if (!isLost && first.kind !== 'csrf') return toResult(first, call);
    const { log } = this.#options;
    log.info('session refused a request', { refusal: first.kind });
    if (first.kind === 'csrf' && (await this.refreshToken())) return this.#callOnce(call);
    if (this.#signsInOnPage) {
      // A person may need minutes; what was asked for then must not happen unexpectedly later.
      runInBackground(this.renew(number), 'signing in again on the page', log);
      return fail('session.expired');
    }
    return (await this.renew(number)) === 'renewed' ? this.#callOnce(call) : fail('session.expired');
  }

  /** The stream met a login page. Returns whether the person can sign in there again. */
  onLoginPage(): boolean {
    this.#sender.forgetCredentials();
    return this.#signsInOnPage;
  }

  /** Returns the headers for the stream's own requests. */
  streamHeaders(): Readonly<Record<string, string>> {
    return this.#sender.headers();
  }

  captureFrom(response: Pick<HttpResponse, 'header'>): void {
    this.#sender.captureFrom(response);
  }

  get number(): number {
    return this.#renewal.number;
  }

  /** Restores the session after a refusal. `refusedNumber`: the session number of the refused request. */
  renew(refusedNumber: number): Promise<RenewalOutcome> {
    return this.#isOver ? Promise.resolve('ended') : this.#renewal.renew(refusedNumber);
  }

  /** Reads a new CSRF pair, which comes with any read. Returns whether the session is alive. */
  async refreshToken(): Promise<boolean> {
    return isRead(await this.#sender.readMe(false));
  }

  /**
   * Sends a light read to check whether requests succeed. Commands check it as well, so none of them waits for it.
   */
  async ping(): Promise<void> {
    await this.#sender.readMe(false, { urgency: 'catchUp', patienceMs: pingPatienceMs, mayRepeat: false });
  }

  /** Asks for the account with what the session has, and renews nothing. */
  async traits(): Promise<Result<SessionTraits>> {
    const outcome = await this.#sender.readMe(false, { mayRepeat: false });
    if (isRefused(outcome) || isLoginPage(outcome)) return fail('session.expired');
    const result = toResult(outcome, { method: 'GET', path: '/me' });
    if (!result.ok) return result;
    return succeed({ keepsCookies: !this.#sender.sendsCredentialsAlways, usesToken: this.#sender.usesToken });
  }

  /**
   * Without cookie sessions only the stream shows that the server lost its state; what was created before may be
   * gone too.
   */
  streamLost(): void {
    if (this.#sender.sendsCredentialsAlways) this.#renewal.presumeLost();
  }

  /** Returns what the farewell returned; `undefined` if there is none, or the session was over already. */
  async end<T>(farewell?: () => Promise<T>): Promise<T | undefined> {
    this.#renewal.stop();
    const { http, baseUrl } = this.#options;
    const isSignOut = !this.#isOver && farewell !== undefined;
    const said = isSignOut ? await farewell() : undefined;
    this.#isOver = true;
    this.#sender.forget();
    if (isSignOut && this.#signsInOnPage) await http.signOutOnPage?.(baseUrl);
    await http.forget();
    return said;
  }

  async #callOnce(call: ApiRequest): Promise<Result<unknown>> {
    return toResult(await this.#sender.send(call), call);
  }

  /**
   * Reads features and settings, which may hold the right to supervise. Also detects whether the server keeps cookie
   * sessions: one that refuses this request again right after a new sign-in requires credentials every time. A
   * single refusal may come from a lost session (after sleep). Credentials with every request would hide every later
   * loss.
   */
  async #readRights(): Promise<boolean> {
    const call: ApiRequest = {
      method: 'GET',
      path: '/me?subresources=features,settings',
      patienceMs: signInPatienceMs,
    };
    let outcome = await this.#sender.send(call);
    if (isRefused(outcome)) {
      outcome = await this.#sender.send(call, true);
      const isProven = isRead(outcome) && isRefused(await this.#sender.send(call));
      if (isProven) this.#sender.sendCredentialsAlways();
    }
    const result = toResult(outcome, call);
    return result.ok && decodeAccount(result.value)?.isSupervisor === true;
  }
}

function failureOf(end: SignInPageEnd): Result<never> {
  if (end.kind === 'hostRefused') return fail('policy.signInHostNotAllowed', { values: { host: end.host } });
  if (end.kind === 'givenUp') return fail('session.signInGivenUp');
  return fail(end.kind === 'notOffered' ? 'session.noSingleSignOn' : 'session.signInPageFailed');
}

function readAccount(outcome: ApiOutcome): Result<WireAccount> {
  if (isRefused(outcome)) return fail('session.credentials');
  const result = toResult(outcome, { method: 'GET', path: '/me' });
  if (!result.ok) return result.error.code === 'command.notFound' ? fail('server.notGenesys') : result;
  const account = decodeAccount(result.value);
  return account === null ? fail('server.notGenesys') : succeed(account);
}
