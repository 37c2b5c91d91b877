import type { Random } from '../../base/random';
import { Backoff } from './backoff';

/** Growth steps added by each return without proven health. */
const stepsPerReturn = 3;
/** Milliseconds. Shorter total waits have hardly grown: one lost request is not an outage. */
const minSilenceMs = 1_000;
/** After a return, the next step is spread over this share of the preceding waits, up to the maximum. */
const spreadShare = 0.1;
const minSpreadMs = 500;
const maxSpreadMs = 2_500;
const leastMs = 100;
/**
 * Share by which waits grow after long silence. With waits up to half a minute, one fleet in seventy returned with a
 * tenth of its consoles in one second; with this share, none in a thousand did.
 */
const stretch = 0.2;
const longSilenceMs = 30_000;

/**
 * The wait before the next attempt of the stream.
 *
 * Waits grow while attempts fail. They also decide when a console notices that the server is back, and so spread a
 * fleet over the seconds after a return. The first well-formed response after silence ends the outage. The next step
 * (a handshake, another sign-in) follows after a small spread, and waits start small again. A server that keeps
 * returning without successful polls starts a little higher each time, so alternating failures still reach the
 * maximum.
 */
export class AttemptPace {
  readonly #random: Random;
  readonly #backoff: Backoff;
  #isSilent = false;
  /** Milliseconds waited since the last response. */
  #silentMs = 0;
  #returns = 0;
  /** Milliseconds over which the next step is spread; 0 unless the server has just returned. */
  #spreadMs = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#backoff = new Backoff(random);
  }

  /** True if the server has not responded since the last attempt. */
  get isSilent(): boolean {
    return this.#isSilent;
  }

  /**
   * True if the server has just responded after a silence that other consoles may share, and no attempt followed
   * yet.
   */
  get hasReturned(): boolean {
    return this.#spreadMs > 0;
  }

  /** Returns the wait in milliseconds. `askedMs`: the wait that the server requested, kept in full. */
  next(askedMs: number | null): number {
    const waitMs = this.hasReturned ? leastMs + Math.floor(this.#random() * this.#spreadMs) : this.#grown();
    this.#spreadMs = 0;
    if (this.#isSilent) this.#silentMs += waitMs;
    return (askedMs ?? 0) + waitMs;
  }

  /** An attempt ended without a response of the server itself. */
  failed(): void {
    this.#isSilent = true;
    this.#spreadMs = 0;
  }

  /** The server itself responded, also with a refusal. */
  answered(): void {
    const silentMs = this.#isSilent ? this.#silentMs : 0;
    this.#isSilent = false;
    this.#silentMs = 0;
    if (silentMs < minSilenceMs) return;
    const spreadMs = Math.min(maxSpreadMs, silentMs * spreadShare);
    if (spreadMs > minSpreadMs && this.#returns === 0) this.#spreadMs = spreadMs - leastMs;
    this.#backoff.easeTo(this.#returns * stepsPerReturn);
    this.#returns += 1;
  }

  reset(): void {
    this.#backoff.reset();
    this.#isSilent = false;
    this.#silentMs = 0;
    this.#returns = 0;
    this.#spreadMs = 0;
  }

  #grown(): number {
    const longer = 1 + stretch * Math.min(1, this.#silentMs / longSilenceMs);
    return Math.floor(this.#backoff.next() * longer);
  }
}
