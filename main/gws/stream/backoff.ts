import type { Random } from '../../base/random';

const baseMs = 500;
const capMs = 30_000;
/** Measured with a fleet and with one console: doubling is no gentler on the server and half as quick for the user. */
const growth = 1.5;
const floorMs = 100;

/**
 * Exponential backoff with full jitter: a random wait between a small minimum and a bound that grows with every
 * attempt, so that many consoles that lost a server together do not return together. The largest bound limits how
 * many connect in one second. A wait requested by the server is kept in full and the jitter added.
 */
export class Backoff {
  readonly #random: Random;
  #attempts = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Returns the milliseconds to wait before the next attempt. */
  next(retryAfterMs: number | null = null): number {
    const bound = Math.min(capMs, baseMs * growth ** this.#attempts);
    this.#attempts += 1;
    const jittered = floorMs + Math.floor(this.#random() * Math.max(0, bound - floorMs));
    return retryAfterMs === null ? jittered : retryAfterMs + jittered;
  }

  reset(): void {
    this.#attempts = 0;
  }

  /** Reduces the growth to that of this many attempts. */
  easeTo(attempts: number): void {
    this.#attempts = Math.min(this.#attempts, attempts);
  }
}
