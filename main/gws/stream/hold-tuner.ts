/** Cuts at one age that prove a proxy timeout; fewer may be chance. */
const cutsForProof = 3;
/** Largest relative difference of cuts at one age: a proxy timer is this exact, including network delays. */
const sameAgeShare = 0.1;
const sameAgeLeastMs = 250;
/** Milliseconds. A response slightly later than the hold may still meet the cut. */
const lateMs = 500;
/** Milliseconds. A sooner failure is not caused by a proxy timer. */
const minCutAgeMs = 800;
const holdShare = 0.8;

/**
 * Decides the hold time proposed for a poll.
 *
 * It starts at the configured hold. If a proxy cuts held polls at one age (an `nginx` with a short
 * `proxy_read_timeout` returns 504), every poll of a quiet floor would fail. After several such cuts the proposed
 * hold ends before the cut. It is never lengthened automatically, since each attempt would cost a cut; `reset`
 * starts over when the network may have changed.
 */
export class HoldTuner {
  readonly #configuredMs: number;
  #holdMs: number;
  #cutAges: number[] = [];

  constructor(configuredMs: number) {
    this.#configuredMs = configuredMs;
    this.#holdMs = configuredMs;
  }

  get holdMs(): number {
    return this.#holdMs;
  }

  reset(): void {
    this.#holdMs = this.#configuredMs;
    this.#cutAges = [];
  }

  /** A poll succeeded after `ageMs`; one that lasted longer than the cuts disproves them. */
  answered(ageMs: number): void {
    if (this.#cutAges.some((cutAge) => ageMs > cutAge)) this.#cutAges = [];
  }

  /**
   * A poll failed after `ageMs`; the server was asked to hold it for `heldMs` (0: not at all). Returns whether the
   * hold became shorter.
   */
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
