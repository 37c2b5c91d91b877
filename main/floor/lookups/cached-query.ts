import type { Result } from '../../../preload/contract';
import type { Clock } from '../../base/clock';
import { fail } from '../../base/result';
import type { ContactCentre } from '../contact-centre';

const freshForMs = 60_000;

/**
 * Query for data that rarely changes: at most one request a minute and one at a time. The cache belongs to one sign-in;
 * failures are not cached.
 */
export class CachedQuery<T> {
  readonly #ask: (contactCentre: ContactCentre) => Promise<Result<T>>;
  readonly #clock: Clock;
  #askedOf: ContactCentre | null = null;
  #askedAtMs = 0;
  #answer: Promise<Result<T>> | null = null;

  constructor(ask: (contactCentre: ContactCentre) => Promise<Result<T>>, clock: Clock) {
    this.#ask = ask;
    this.#clock = clock;
  }

  get(contactCentre: ContactCentre | null): Promise<Result<T>> {
    if (contactCentre === null) return Promise.resolve(fail('session.signedOut'));
    const nowMs = this.#clock.monotonicMs();
    const isFresh = this.#askedOf === contactCentre && nowMs - this.#askedAtMs < freshForMs;
    if (this.#answer !== null && isFresh) return this.#answer;
    const answer = this.#ask(contactCentre).then((result) => {
      if (!result.ok && this.#answer === answer) this.#answer = null;
      return result;
    });
    this.#askedOf = contactCentre;
    this.#askedAtMs = nowMs;
    this.#answer = answer;
    return answer;
  }
}
