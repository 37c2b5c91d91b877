import type { Random } from '../../base/random';
import type { Clock } from '../../base/clock';

/** On top of what was asked for, so that many consoles do not come back at one moment. */
const jitterShare = 0.1;
const mostJitterMs = 3_000;
/** "At once" is no answer to one who was just refused. */
const leastMs = 250;
/** Asked to wait again within this time of the end of an earlier wait is asked repeatedly. */
const memoryMs = 60_000;

/**
 * Which resource asked to be left alone until when. A `Retry-After` holds for its resource; one that is repeated, by the same
 * resource or by another one, holds for everything that nobody waits for.
 */
export class RetryAfterBook {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #until = new Map<string, number>();
  #allUntil = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** `isExact`: whoever waits adds a jitter of his own. */
  asked(resource: string, retryAfterMs: number, isExact = false): void {
    const now = this.#clock.monotonicMs();
    for (const [known, end] of this.#until) if (now - end > memoryMs) this.#until.delete(known);
    const before = this.#until.get(resource);
    // Requests that were under way together are refused together: that is once, not repeatedly.
    const isRepeated = this.#until.size > 0 && !(before !== undefined && before > now);
    const jitter = isExact ? 0 : Math.min(mostJitterMs, retryAfterMs * jitterShare) * this.#random();
    const until = now + Math.max(isExact ? 0 : leastMs, retryAfterMs) + jitter;
    this.#until.set(resource, Math.max(until, before ?? until));
    if (isRepeated) this.#allUntil = Math.max(this.#allUntil, until);
  }

  /** Milliseconds that this resource still has to be left alone. */
  waitFor(resource: string): number {
    return Math.max(0, (this.#until.get(resource) ?? 0) - this.#clock.monotonicMs());
  }

  /** Milliseconds that everything nobody waits for has to rest. */
  get waitForAll(): number {
    return Math.max(0, this.#allUntil - this.#clock.monotonicMs());
  }
}
