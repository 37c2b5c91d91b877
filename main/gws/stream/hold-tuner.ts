/** Cuts at one age that prove a proxy timeout; fewer may be chance. */
const cutsForProof = 3;
/** Largest relative difference of cuts at one age: a proxy timer is this exact, including network delays. */
const sameAgeShare = 0.1;
const sameAgeLeastMs = 250;
/** Milliseconds. A sooner failure is not caused by a proxy timer. */
const minCutAgeMs = 800;
/** A hold of this share of a cut ends before it. A poll that fails after this share of its hold is overdue. */
const holdShare = 0.8;
/** Overdue polls that prove that something shorter than the hold cuts them. */
const overdueForProof = 3;
const minHoldMs = 1_000;

/**
 * Decides the hold time proposed for a poll.
 *
 * It starts at the configured hold. If a proxy cuts held polls at one age (an `nginx` with a short
 * `proxy_read_timeout` returns 504), every poll of a quiet floor would fail. After several such cuts the proposed
 * hold ends before the cut. A network stack repeats a cut poll on a new connection, which hides the age of the cut: the
 * poll fails about when its hold ends, or later. After several such polls the hold is halved. It is never lengthened
 * automatically, since each attempt would cost a cut; `reset` starts over when the network may have changed.
 */
export class HoldTuner {
  readonly #configuredMs: number;
  #holdMs: number;
  #cutAges: number[] = [];
  #overdueCount = 0;
  readonly #onChange: (shortenedMs: number | null) => void;

  /** `onChange` gets the new hold, or `null` when the configured one applies again. */
  constructor(configuredMs: number, onChange: (shortenedMs: number | null) => void = () => undefined) {
    this.#configuredMs = configuredMs;
    this.#holdMs = configuredMs;
    this.#onChange = onChange;
  }

  get holdMs(): number {
    return this.#holdMs;
  }

  reset(): void {
    this.#cutAges = [];
    this.#overdueCount = 0;
    if (this.#holdMs === this.#configuredMs) return;
    this.#holdMs = this.#configuredMs;
    this.#onChange(null);
  }

  /** A poll succeeded after `ageMs`; one that lasted longer than the cuts disproves them. */
  answered(ageMs: number): void {
    if (this.#cutAges.some((cutAge) => ageMs > cutAge)) this.#cutAges = [];
    if (ageMs >= this.#holdMs * holdShare) this.#overdueCount = 0;
  }

  /**
   * A poll failed after `ageMs`; the server was asked to hold it for `heldMs` (0: not at all). Returns whether the
   * hold became shorter.
   */
  cut(ageMs: number, heldMs: number): boolean {
    if (heldMs > 0 && ageMs >= heldMs * holdShare) return this.overdue(heldMs);
    if (heldMs === 0 || ageMs < minCutAgeMs) {
      this.#cutAges = [];
      return false;
    }
    const isSameAge = (other: number): boolean =>
      Math.abs(other - ageMs) <= Math.max(sameAgeLeastMs, ageMs * sameAgeShare);
    this.#cutAges = [...this.#cutAges.filter(isSameAge), ageMs];
    if (this.#cutAges.length < cutsForProof) return false;
    this.#shorten(Math.min(...this.#cutAges) * holdShare);
    return true;
  }

  /** A poll that the server was asked to hold for `heldMs` got no response at about that time. Returns as `cut` does. */
  overdue(heldMs: number): boolean {
    this.#cutAges = [];
    if (heldMs === 0) return false;
    this.#overdueCount += 1;
    if (this.#overdueCount < overdueForProof || this.#holdMs <= minHoldMs) return false;
    this.#shorten(Math.max(minHoldMs, this.#holdMs / 2));
    return true;
  }

  #shorten(holdMs: number): void {
    this.#holdMs = Math.floor(holdMs);
    this.#cutAges = [];
    this.#overdueCount = 0;
    this.#onChange(this.#holdMs);
  }
}
