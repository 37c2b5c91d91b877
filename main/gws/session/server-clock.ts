import type { Clock, Disposer } from '../../base/clock';
import { parseHttpDate } from './http-date';

/** Smallest and largest possible offset of the server's clock when a response was written, in milliseconds. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Resolution of a `Date` header in milliseconds. */
const dateStepMs = 1_000;
const maxSamples = 15;
const minSamples = 3;

/**
 * Estimates the clock of the server that writes the time stamps. The `Date` of every good response bounds the offset
 * from the local clock; a quick response gives narrow bounds. The offset on which most recent responses agree is
 * used, so a single wrong or slow response changes nothing. An offset within the measuring error counts as zero.
 * While too few responses agree, the last offset stays; at first it is zero.
 */
export class ServerClock implements Clock {
  readonly #own: Clock;
  readonly #onTurned: (aheadMs: number) => void;
  #samples: readonly Bounds[] = [];
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

  /** Records the `Date` header of a response. `sentAt`: local time of the request. */
  observeDate(date: string | null, sentAt: number): void {
    const written = date === null ? null : parseHttpDate(date);
    const receivedAt = this.#own.now();
    if (written === null || receivedAt < sentAt) return;
    const bounds = { least: written - receivedAt, most: written + dateStepMs - sentAt };
    this.#samples = [...this.#samples, bounds].slice(-maxSamples);
    if (this.#samples.length < minSamples) return;
    const agreed = agreedBy(this.#samples);
    if (agreed === null || isWithin(this.#aheadMs, agreed)) return;
    this.#aheadMs = Math.round((agreed.least + agreed.most) / 2);
    this.#onTurned(this.#aheadMs);
  }

  /** Discards the samples after the local clock was set or stood still. */
  discardSamples(): void {
    this.#samples = [];
  }
}

/** Returns where most of the bounds overlap; `null` without a majority. */
function agreedBy(samples: readonly Bounds[]): Bounds | null {
  let best: { readonly count: number; readonly bounds: Bounds } | null = null;
  for (const { least } of samples) {
    const met = samples.filter((one) => isWithin(least, one));
    if (best !== null && met.length <= best.count) continue;
    best = { count: met.length, bounds: { least, most: Math.min(...met.map(({ most }) => most)) } };
  }
  return best !== null && best.count * 2 > samples.length ? best.bounds : null;
}

function isWithin(aheadMs: number, { least, most }: Bounds): boolean {
  return least <= aheadMs && aheadMs <= most;
}
