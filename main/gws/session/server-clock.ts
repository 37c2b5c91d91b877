import type { Clock, Disposer } from '../../base/clock';
import { parseHttpDate } from './http-date';

/** How far the server's clock can have been ahead when an answer was written, at least and at most. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** A `Date` tells whole seconds. */
const dateStepMs = 1_000;
const mostHeard = 15;
const fewestHeard = 3;

/**
 * What time it is where the time stamps are made. Every good answer carries a `Date`, which puts bounds to how far the server's
 * clock is ahead of this computer's: narrow ones if it came quickly. What most of the latest answers agree on is believed, so
 * neither one answer that lies nor a slow one moves anything, and a computer whose clock is right within what can be told is left
 * alone. As long as too few tell, or they do not agree, what was believed before stands; at first, that both clocks are the same.
 */
export class ServerClock implements Clock {
  readonly #own: Clock;
  readonly #onTurned: (aheadMs: number) => void;
  #heard: readonly Bounds[] = [];
  #aheadMs = 0;

  constructor(own: Clock, onTurned: (aheadMs: number) => void) {
    this.#own = own;
    this.#onTurned = onTurned;
  }

  now(): number {
    return this.#own.now() + this.#aheadMs;
  }

  monotonicMs(): number {
    return this.#own.monotonicMs();
  }

  after(delayMs: number, callback: () => void): Disposer {
    return this.#own.after(delayMs, callback);
  }

  /** An answer is here: `date` is its header, `sentAt` when it was asked for, by this computer's clock. */
  heard(date: string | null, sentAt: number): void {
    const written = date === null ? null : parseHttpDate(date);
    const receivedAt = this.#own.now();
    if (written === null || receivedAt < sentAt) return;
    const bounds = { least: written - receivedAt, most: written + dateStepMs - sentAt };
    this.#heard = [...this.#heard, bounds].slice(-mostHeard);
    if (this.#heard.length < fewestHeard) return;
    const agreed = agreedBy(this.#heard);
    if (agreed === null || isWithin(this.#aheadMs, agreed)) return;
    this.#aheadMs = Math.round((agreed.least + agreed.most) / 2);
    this.#onTurned(this.#aheadMs);
  }

  /** This computer's clock was set, or stood still: what was heard until now says nothing any more. */
  discardSamples(): void {
    this.#heard = [];
  }
}

/** Where more bounds meet than anywhere else; `null` if those are not most of them. */
function agreedBy(heard: readonly Bounds[]): Bounds | null {
  let best: { readonly count: number; readonly bounds: Bounds } | null = null;
  for (const { least } of heard) {
    const met = heard.filter((one) => isWithin(least, one));
    if (best !== null && met.length <= best.count) continue;
    best = { count: met.length, bounds: { least, most: Math.min(...met.map(({ most }) => most)) } };
  }
  return best !== null && best.count * 2 > heard.length ? best.bounds : null;
}

function isWithin(aheadMs: number, { least, most }: Bounds): boolean {
  return least <= aheadMs && aheadMs <= most;
}
