import type { Clock } from '../../base/clock';

/** A poll that returns sooner was not held. Milliseconds. */
const heldMs = 200;
/** Polls that may return at once: the first of a session is never held, nor is one that tests the connection. */
const free = 3;
const firstMs = 250;
const maxWaitMs = 2_000;

/**
 * Slows down polls that return empty at once, whatever interval the server advises: the wait doubles with each. A
 * poll that was held or brought messages resets it.
 */
export class PollPace {
  readonly #clock: Clock;
  #emptyInARow = 0;
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Milliseconds until the next poll may be sent. */
  get waitMs(): number {
    const steps = this.#emptyInARow - free;
    if (steps <= 0) return 0;
    return Math.max(0, this.#lastAt + Math.min(maxWaitMs, firstMs * 2 ** (steps - 1)) - this.#clock.monotonicMs());
  }

  answered(tookMs: number, hasMessages: boolean): void {
    this.#lastAt = this.#clock.monotonicMs();
    this.#emptyInARow = hasMessages || tookMs >= heldMs ? 0 : this.#emptyInARow + 1;
  }
}
