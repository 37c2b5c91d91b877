import type { ConnectionReason } from '../../../preload/contract';
import type { Random } from '../../base/random';
import type { Clock, Disposer } from '../../base/clock';

const attemptsForProof = 3;
const provenMs = 12_000;
/**
 * Milliseconds without success after which a server counts as failed although it still responds: it asks to wait, or
 * its stream works while requests are refused. The chats remain visible there, and a move may lose the current ones.
 */
const patienceMs = 60_000;
/** Milliseconds over which consoles spread their move, so that they do not all reach the next server at once. */
const spreadMs = 12_000;
const askedToWait = new Set<ConnectionReason>(['serverBusy', 'serverStopped', 'requestsRefused']);

/**
 * Decides when a failure is proven: several failed attempts over a minimum span without a success in between. It
 * then reports once, after a random delay of some seconds. A success resets it.
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
    // The last reason decides: a server that was only busy before may be gone now.
    if (askedToWait.has(reason) && lastedMs < spanMs) return;
    this.#cancel = this.#clock.after(Math.max(0, spanMs - lastedMs) + this.#random() * spreadMs, () => {
      this.#cancel = null;
      this.#isProven = true;
      this.#onProven();
    });
  }

  /** Resets after a success, or when the failures were not the server's fault. */
  clear(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#attempts = 0;
    this.#isProven = false;
  }
}
