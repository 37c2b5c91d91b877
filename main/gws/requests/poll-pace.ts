import type { Clock } from '../../base/clock';

/** Sooner than this, a poll was not held. */
const heldMs = 200;
/** The first poll of a session is never held, and a doubted line is proven by one that is not. */
const free = 3;
const firstMs = 250;
const longestMs = 2_000;

/**
 * A pace of one's own for polls that a server answers at once with nothing in them, whatever interval it advises: each one in a
 * row waits twice as long. A poll that was held, or that brought something, ends that.
 */
export class PollPace {
  readonly #clock: Clock;
  #emptyInARow = 0;
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Milliseconds until the next poll may go. */
  get waitMs(): number {
    const steps = this.#emptyInARow - free;
    if (steps <= 0) return 0;
    return Math.max(0, this.#lastAt + Math.min(longestMs, firstMs * 2 ** (steps - 1)) - this.#clock.monotonicMs());
  }

  answered(tookMs: number, hasNews: boolean): void {
    this.#lastAt = this.#clock.monotonicMs();
    this.#emptyInARow = hasNews || tookMs >= heldMs ? 0 : this.#emptyInARow + 1;
  }
}
