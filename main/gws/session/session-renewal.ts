import type { Clock } from '../../base/clock';
import type { Logger } from '../../base/log';
import type { Result } from '../../../preload/contract';
import { HttpFailure } from '../http-port';
import type { ApiClient } from './api-client';

/** `unreachable`: it could not be settled now; asking again later is right. `ended`: only a person can sign in again. */
export type RenewalOutcome = 'renewed' | 'unreachable' | 'ended';

export type EndReason = 'signInExpired' | 'credentialsRefused';

export interface RenewalOptions {
  readonly sender: ApiClient;
  readonly clock: Clock;
  readonly log: Logger;
  /** Done with every new HTTP session before anyone uses it. */
  readonly open: () => Promise<Result<unknown>>;
  readonly onCredentialsUsed: () => void;
  readonly onRenewed: () => void;
  readonly onEnded: (reason: EndReason) => void;
}

/** A server that grants a session and drops it again at once must not be asked for ever. */
const loopWindowMs = 60_000;
const renewalsPerWindow = 3;

/**
 * Restores a lost HTTP session, one at a time: whoever asks meanwhile waits for the same outcome, and whoever asks about
 * a session that was already replaced is told so at once.
 *
 * 1. Ask who we are with the cookie alone. A good answer means that the session lives.
 * 2. Refused: make sure that it is really our server that answers, since the next request carries the password.
 * 3. Sign in with the kept credentials. This happens at most once per expiry, counted from the moment it is sent unless
 *    it certainly never left: repeated tries with a changed password are how accounts get locked. A try that stayed
 *    without an answer may have worked; step 1 of the next round finds out.
 */
export class SessionRenewal {
  readonly #options: RenewalOptions;
  #number = 0;
  #hasTriedCredentials = false;
  #isEnded = true;
  #running: Promise<RenewalOutcome> | null = null;
  #renewedAt: number[] = [];

  constructor(options: RenewalOptions) {
    this.#options = options;
  }

  /** Grows with every new HTTP session, so that a late refusal of an old one is not taken for a refusal of the new. */
  get number(): number {
    return this.#number;
  }

  /** A person signed in: everything starts afresh. */
  begin(): void {
    this.#number += 1;
    this.#hasTriedCredentials = false;
    this.#isEnded = false;
    this.#renewedAt = [];
  }

  /** The person signed out: nothing may be restored any more, nor reported. */
  stop(): void {
    this.#isEnded = true;
  }

  /** Nobody can tell whether the server still knows what was made so far. */
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
    const answer = await sender.readMe(false);
    if (answer instanceof HttpFailure) return 'unreachable';
    if (answer.kind === 'ok') return this.#hasTriedCredentials ? this.#adopt() : 'renewed';
    if (answer.kind !== 'notAuthenticated') return 'unreachable';
    if (sender.sendsCredentialsAlways) return this.#end('credentialsRefused');
    if (this.#hasTriedCredentials) return this.#end('signInExpired');
    return (await this.#isServerThere()) ? this.#tryCredentials() : 'unreachable';
  }

  async #tryCredentials(): Promise<RenewalOutcome> {
    if (this.#isEnded) return 'ended';
    this.#hasTriedCredentials = true;
    const { sender, onCredentialsUsed } = this.#options;
    const answer = await sender.readMe(true, { mayRepeat: false });
    const isCertainlyNotSent = answer instanceof HttpFailure && answer.isCertainlyNotSent;
    if (isCertainlyNotSent) this.#hasTriedCredentials = false;
    else onCredentialsUsed();
    if (answer instanceof HttpFailure) return 'unreachable';
    switch (answer.kind) {
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
    const answer = await this.#options.sender.send({ method: 'GET', path: '/diagnostics/version' });
    return !(answer instanceof HttpFailure) && answer.kind === 'ok' && answer.body !== null;
  }

  async #adopt(): Promise<RenewalOutcome> {
    const { clock, log, open, onRenewed } = this.#options;
    const opened = await open();
    if (this.#isEnded) return 'ended';
    if (!opened.ok) log.warn('the contact-centre session could not be opened again', { code: opened.error.code });
    this.#hasTriedCredentials = false;
    this.#number += 1;
    this.#renewedAt = [...this.#recentRenewals(), clock.monotonicMs()];
    log.info('a new session took the place of the lost one', { number: this.#number });
    onRenewed();
    return 'renewed';
  }

  #end(reason: EndReason): RenewalOutcome {
    if (this.#isEnded) return 'ended';
    this.#isEnded = true;
    this.#options.log.warn('only a person can bring the session back', { reason });
    this.#options.onEnded(reason);
    return 'ended';
  }

  #recentRenewals(): number[] {
    const now = this.#options.clock.monotonicMs();
    return this.#renewedAt.filter((at) => now - at < loopWindowMs);
  }
}
