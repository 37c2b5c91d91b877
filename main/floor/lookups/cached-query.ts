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
  readonly #request: (contactCentre: ContactCentre) => Promise<Result<T>>;
  readonly #clock: Clock;
  #askedOf: ContactCentre | null = null;
  #askedAtMs = 0;
  #cached: Promise<Result<T>> | null = null;

  constructor(ask: (contactCentre: ContactCentre) => Promise<Result<T>>, clock: Clock) {
    this.#request = ask;
    this.#clock = clock;
  }

  get(contactCentre: ContactCentre | null): Promise<Result<T>> {
    if (contactCentre === null) return Promise.resolve(fail('session.signedOut'));
    const nowMs = this.#clock.monotonicMs();
    const isFresh = this.#askedOf === contactCentre && nowMs - this.#askedAtMs < freshForMs;
    if (this.#cached !== null && isFresh) return this.#cached;
    const pending = this.#request(contactCentre).then((result) => {
      if (!result.ok && this.#cached === pending) this.#cached = null;
      return result;
    });
    this.#askedOf = contactCentre;
    this.#askedAtMs = nowMs;
    this.#cached = pending;
    return pending;
  }
}
