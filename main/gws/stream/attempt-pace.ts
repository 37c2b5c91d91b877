import type { Random } from '../../base/random';
import { Backoff } from './backoff';

/** Growth steps that each return without proven health costs. */
const stepsPerReturn = 3;
/** Waits that came to less have hardly grown; a lost request among answered ones is no outage. */
const minSilenceMs = 1_000;
/** After a return, the next step is spread over this share of the waits that went before it, up to the most. */
const spreadShare = 0.1;
const minSpreadMs = 500;
const maxSpreadMs = 2_500;
const leastMs = 100;
/**
 * After long silence waits are longer by this share. With half a minute at most, one fleet in seventy has a tenth of its consoles
 * in one second after a return; with this, none in a thousand had.
 */
const stretch = 0.2;
const longSilenceMs = 30_000;

/**
 * The wait before the next attempt of the stream.
 *
 * Waits grow while attempts fail. They also decide when a console notices that the server is back, and so spread a fleet
 * over the seconds after a return. The first well-formed response after silence ends the outage, whatever it says: a wait
 * that grew while the server was away says nothing about a server that is there. What has to be done next (a handshake,
 * another sign-in) follows after a small spread, and waits begin small again. A server that keeps returning without ever
 * polling well begins a little higher each time, so alternating failures still reach the cap.
 */
export class AttemptPace {
  readonly #random: Random;
  readonly #backoff: Backoff;
  #isSilent = false;
  /** Waited since the server fell silent. */
  #silentMs = 0;
  #returns = 0;
  /** Milliseconds over which the next step is spread; 0 unless the server has just returned. */
  #spreadMs = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#backoff = new Backoff(random);
  }

  /** The server has not answered since the last attempt. */
  get isSilent(): boolean {
    return this.#isSilent;
  }

  /** The server has just answered after silence that many consoles may have shared; nothing has been attempted since. */
  get hasReturned(): boolean {
    return this.#spreadMs > 0;
  }

  /** Milliseconds. `askedMs`: what the server asked for, kept in full. */
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

  /** The server itself has answered, be it with a refusal. */
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
