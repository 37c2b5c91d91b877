import type { Random } from '../../base/random';
import type { Clock } from '../../base/clock';

/** Jitter added to a requested wait, as a share of it, so that many consoles do not return at once. */
const jitterShare = 0.1;
const maxJitterMs = 3_000;
/** Minimum wait in milliseconds after a refusal; a server may send zero. */
const leastMs = 250;
/** Milliseconds. A wait requested within this time after an earlier one ended counts as repeated. */
const memoryMs = 60_000;

/**
 * Until when each resource must not be requested. A `Retry-After` applies to its resource. A repeated one, of the
 * same or another resource, applies to everything but acts and polls.
 */
export class RetryAfterRegistry {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #until = new Map<string, number>();
  #allUntil = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** Records a requested wait. `isExact`: the caller adds its own jitter. */
  record(resource: string, retryAfterMs: number, isExact = false): void {
    const now = this.#clock.monotonicMs();
    for (const [known, end] of this.#until) if (now - end > memoryMs) this.#until.delete(known);
    const before = this.#until.get(resource);
    // Requests in flight together are refused together; that is not a repetition.
    const isRepeated = this.#until.size > 0 && !(before !== undefined && before > now);
    const jitter = isExact ? 0 : Math.min(maxJitterMs, retryAfterMs * jitterShare) * this.#random();
    const until = now + Math.max(isExact ? 0 : leastMs, retryAfterMs) + jitter;
    this.#until.set(resource, Math.max(until, before ?? until));
    if (isRepeated) this.#allUntil = Math.max(this.#allUntil, until);
  }

  /** Returns the milliseconds until this resource may be requested. */
  waitFor(resource: string): number {
    return Math.max(0, (this.#until.get(resource) ?? 0) - this.#clock.monotonicMs());
  }

  /** Milliseconds until requests other than acts and polls may be sent. */
  get waitForAll(): number {
    return Math.max(0, this.#allUntil - this.#clock.monotonicMs());
  }
}
