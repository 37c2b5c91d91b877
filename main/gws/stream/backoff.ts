import type { Random } from '../../base/random';

const baseMs = 500;
const capMs = 30_000;
/** Twice the wait each time would bring a console back no gentler, and half as soon: measured with a fleet and alone. */
const growth = 1.5;
const floorMs = 100;

/**
 * Exponential backoff with full jitter: somewhere between a small floor and a bound that grows with every attempt, so
 * that many consoles that lost one server at one moment do not come back at one moment: the longest bound decides how
 * many of them knock in one second, on average one in half of its seconds. A wait the server asked for is
 * kept in full and the jitter comes on top of it.
 */
export class Backoff {
  readonly #random: Random;
  #attempts = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Milliseconds to wait before the next attempt. */
  next(retryAfterMs: number | null = null): number {
    const bound = Math.min(capMs, baseMs * growth ** this.#attempts);
    this.#attempts += 1;
    const jittered = floorMs + Math.floor(this.#random() * Math.max(0, bound - floorMs));
    return retryAfterMs === null ? jittered : retryAfterMs + jittered;
  }

  reset(): void {
    this.#attempts = 0;
  }

  /** Takes back growth beyond this many attempts. */
  easeTo(attempts: number): void {
    this.#attempts = Math.min(this.#attempts, attempts);
  }
}
