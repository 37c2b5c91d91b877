import type { Clock } from '../../base/clock';
import type { Logger } from '../../base/log';
import type { Result } from '../../../preload/contract';
import { HttpFailure, type SignInPageEnd } from '../http-port';
import { decodeAccount } from '../wire/account';
import type { ApiClient } from './api-client';

/** `unreachable`: undecided, try again later. `ended`: the user has to sign in again. */
export type RenewalOutcome = 'renewed' | 'unreachable' | 'ended';

export type EndReason = 'signInExpired' | 'credentialsRefused';

export interface RenewalOptions {
  readonly sender: ApiClient;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called for every new HTTP session before it is used. */
  readonly open: () => Promise<Result<unknown>>;
  /** Opens the server's sign-in page, quietly at first. */
  readonly signInAgain: () => Promise<SignInPageEnd>;
  readonly onCredentialsUsed: () => void;
  readonly onRenewed: () => void;
  readonly onEnded: (reason: EndReason) => void;
}

/** Window of the loop check: a server that grants a session and drops it at once must not cause endless renewals. */
const loopWindowMs = 60_000;
const renewalsPerWindow = 3;

/**
 * Restores a lost HTTP session. Concurrent callers share one renewal; a caller whose session was replaced already
 * gets its outcome at once.
 *
 * 1. Read the account with the cookie alone. A good response means that the session lives.
 * 2. After a refusal, probe whether our server responds, since the next request carries the password.
 * 3. Sign in with the stored credentials, at most once per expiry: repeated attempts with a changed password lock
 *    accounts. An attempt counts once sent, unless it certainly never left. An attempt without a response may have
 *    worked; step 1 of the next renewal shows it.
 *
 * A session that began on the server's sign-in page has no credentials: after a refusal the page opens again instead of
 * steps 2 and 3. If another person signs in there, the session ends, because the floor is that of the first one.
 */
export class SessionRenewal {
  readonly #options: RenewalOptions;
  #number = 0;
  #hasTriedCredentials = false;
  #isEnded = true;
  /** Who signed in on the page; `null` for a session with credentials. */
  #userIdOnPage: string | null = null;
  #running: Promise<RenewalOutcome> | null = null;
  #renewedAt: number[] = [];

  constructor(options: RenewalOptions) {
    this.#options = options;
  }

  /** Number of the HTTP session. A late refusal of an old session has a smaller one. */
  get number(): number {
    return this.#number;
  }

  /** Starts over after a sign-in by the user. */
  begin(userIdOnPage: string | null): void {
    this.#number += 1;
    this.#userIdOnPage = userIdOnPage;
    this.#hasTriedCredentials = false;
    this.#isEnded = false;
    this.#renewedAt = [];
  }

  /** Stops after sign-out: nothing is restored or reported any more. */
  stop(): void {
    this.#isEnded = true;
  }

  /** The server may have lost what was created in the old session. */
  presumeLost(): void {
    if (!this.#isEnded) this.#number += 1;
  }

  renew(refusedNumber: number): Promise<RenewalOutcome> {
    if (this.#isEnded) return Promise.resolve('ended');
    if (refusedNumber !== this.#number) return Promise.resolve('renewed');
    this.#running ??= this.#restore().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #restore(): Promise<RenewalOutcome> {
    const { sender } = this.#options;
    if (this.#recentRenewals().length >= renewalsPerWindow) return this.#end('signInExpired');
    const response = await sender.readMe(false);
    if (response instanceof HttpFailure) return 'unreachable';
    if (response.kind === 'ok') return this.#hasTriedCredentials ? this.#adopt() : 'renewed';
    const isRefused = response.kind === 'notAuthenticated';
    if (this.#userIdOnPage !== null && (isRefused || response.kind === 'loginPage')) return this.#signInOnPage();
    if (!isRefused) return 'unreachable';
    if (sender.sendsCredentialsAlways) return this.#end('credentialsRefused');
    if (this.#hasTriedCredentials || !sender.hasCredentials) return this.#end('signInExpired');
    return (await this.#isServerThere()) ? this.#tryCredentials() : 'unreachable';
  }

  async #signInOnPage(): Promise<RenewalOutcome> {
    const { sender, signInAgain, log } = this.#options;
    const end = await signInAgain();
    if (this.#isEnded) return 'ended';
    if (end.kind === 'unreachable') return 'unreachable';
    if (end.kind !== 'signedIn') return this.#end('signInExpired');
    const response = await sender.readMe(false);
    if (response instanceof HttpFailure || response.kind !== 'ok') return 'unreachable';
    if (decodeAccount(response.body)?.userId === this.#userIdOnPage) return this.#adopt();
    log.warn('another person signed in on the page');
    return this.#end('signInExpired');
  }

  async #tryCredentials(): Promise<RenewalOutcome> {
    if (this.#isEnded) return 'ended';
    this.#hasTriedCredentials = true;
    const { sender, onCredentialsUsed } = this.#options;
    const response = await sender.readMe(true, { mayRepeat: false });
    const isCertainlyNotSent = response instanceof HttpFailure && response.isCertainlyNotSent;
    if (isCertainlyNotSent) this.#hasTriedCredentials = false;
    else onCredentialsUsed();
    if (response instanceof HttpFailure) return 'unreachable';
    switch (response.kind) {
      case 'ok':
        return this.#adopt();
      case 'notAuthenticated':
      case 'passwordChange':
      case 'forbidden':
        return this.#end('credentialsRefused');
      default:
        return 'unreachable';
    }
  }

  async #isServerThere(): Promise<boolean> {
    const response = await this.#options.sender.send({ method: 'GET', path: '/diagnostics/version' });
    return !(response instanceof HttpFailure) && response.kind === 'ok' && response.body !== null;
  }

  async #adopt(): Promise<RenewalOutcome> {
    const { clock, log, open, onRenewed } = this.#options;
    const opened = await open();
    if (this.#isEnded) return 'ended';
    if (!opened.ok) log.warn('contact-centre session could not be reopened', { code: opened.error.code });
    this.#hasTriedCredentials = false;
    this.#number += 1;
    this.#renewedAt = [...this.#recentRenewals(), clock.monotonicMs()];
    log.info('replaced the lost session', { number: this.#number });
    onRenewed();
    return 'renewed';
  }

  #end(reason: EndReason): RenewalOutcome {
    if (this.#isEnded) return 'ended';
    this.#isEnded = true;
    this.#options.log.warn('session ended; the user has to sign in again', { reason });
    this.#options.onEnded(reason);
    return 'ended';
  }

  #recentRenewals(): number[] {
    const now = this.#options.clock.monotonicMs();
    return this.#renewedAt.filter((at) => now - at < loopWindowMs);
  }
}
