/** A proxy cuts a poll that it finds idle; fewer cuts than this may be chance. */
const cutsForProof = 3;
/** Cuts at one age: a timer of a proxy is this exact, allowing for the network. */
const sameAgeShare = 0.1;
const sameAgeLeastMs = 250;
/** A server that answers on time may still meet the cut. */
const lateMs = 500;
/** A response sooner than this did not come from the timer of a proxy. */
const minCutAgeMs = 800;
const holdShare = 0.8;

/**
 * The hold time proposed for a poll.
 *
 * Starts at the wished hold. Where something on the way cuts held polls at one age (an `nginx` with a short
 * `proxy_read_timeout` answers 504), every poll of a quiet floor would fail. After several such cuts a hold is proposed
 * that ends before the cut. It is never lengthened by itself: each try would cost a cut. `reset` starts over, for a network
 * that may have changed.
 */
export class HoldTuner {
  readonly #wishedMs: number;
  #holdMs: number;
  #cutAges: number[] = [];

  constructor(wishedMs: number) {
    this.#wishedMs = wishedMs;
    this.#holdMs = wishedMs;
  }

  get holdMs(): number {
    return this.#holdMs;
  }

  reset(): void {
    this.#holdMs = this.#wishedMs;
    this.#cutAges = [];
  }

  /** A poll was answered well after `ageMs`; one that outlived the cuts disproves them. */
  answered(ageMs: number): void {
    if (this.#cutAges.some((cutAge) => ageMs > cutAge)) this.#cutAges = [];
  }

  /** A poll that the server was asked to hold for `heldMs` (0: not at all) failed after `ageMs`. True: the hold is shorter now. */
  cut(ageMs: number, heldMs: number): boolean {
    if (heldMs === 0 || ageMs < minCutAgeMs || ageMs > heldMs + lateMs) {
      this.#cutAges = [];
      return false;
    }
    const isSameAge = (other: number): boolean =>
      Math.abs(other - ageMs) <= Math.max(sameAgeLeastMs, ageMs * sameAgeShare);
    this.#cutAges = [...this.#cutAges.filter(isSameAge), ageMs];
    if (this.#cutAges.length < cutsForProof) return false;
    this.#holdMs = Math.floor(Math.min(...this.#cutAges) * holdShare);
    this.#cutAges = [];
    return true;
  }
}
