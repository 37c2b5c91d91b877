import type { ConnectionReason } from '../../../preload/contract';
import type { Random } from '../../base/random';
import type { Clock, Disposer } from '../../base/clock';

const attemptsForProof = 3;
const provenMs = 12_000;
/**
 * A server that speaks and asks to be left alone for a while has not failed yet, nor has one whose stream goes on while it refuses
 * requests: what is said is still seen there, and moving may cost the chats one is in.
 */
const patienceMs = 60_000;
/** Consoles that lost one server at one moment do not all knock at the next one at one moment. */
const spreadMs = 12_000;
const askedToWait = new Set<ConnectionReason>(['serverBusy', 'serverStopped', 'requestsRefused']);

/**
 * Decides when failure is proven: several failed attempts, over a span, with not one good moment in between. Then, and
 * spread over some seconds by chance, it says so once; a good moment takes everything back.
 */
export class OutageDetector {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #onProven: () => void;
  #firstFailedAtMs = 0;
  #attempts = 0;
  #isProven = false;
  #cancel: Disposer | null = null;

  constructor(clock: Clock, random: Random, onProven: () => void) {
    this.#clock = clock;
    this.#random = random;
    this.#onProven = onProven;
  }

  get isProven(): boolean {
    return this.#isProven;
  }

  failed(reason: ConnectionReason): void {
    if (this.#attempts === 0) this.#firstFailedAtMs = this.#clock.monotonicMs();
    this.#attempts += 1;
    if (this.#isProven || this.#cancel !== null || this.#attempts < attemptsForProof) return;
    const lastedMs = this.#clock.monotonicMs() - this.#firstFailedAtMs;
    const spanMs = askedToWait.has(reason) ? patienceMs : provenMs;
    // The last word counts: one that was merely busy before may be gone by now.
    if (askedToWait.has(reason) && lastedMs < spanMs) return;
    this.#cancel = this.#clock.after(Math.max(0, spanMs - lastedMs) + this.#random() * spreadMs, () => {
      this.#cancel = null;
      this.#isProven = true;
      this.#onProven();
    });
  }

  /** It works, or whatever failed was no fault of the server's. */
  clear(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#attempts = 0;
    this.#isProven = false;
  }
}
