import type { SourceState } from '../../../preload/contract';
import type { Clock } from '../../base/clock';

export interface SourceHealthOptions {
  readonly clock: Clock;
  /** Failing is said after so many failures in a row, */
  readonly minFailures: number;
  /** over at least this span, */
  readonly minFailingMs: number;
  /** and once the last good read is this old. */
  readonly minAgeMs: number;
}

/** Whether what is read from one source can still be had, judged by the reads themselves. */
export class SourceHealth {
  readonly #options: SourceHealthOptions;
  #lastSuccessAt: number | null = null;
  #failures = 0;
  #firstFailedAt = 0;
  #isFailing = false;

  constructor(options: SourceHealthOptions) {
    this.#options = options;
  }

  get state(): SourceState {
    return { lastSuccessAt: this.#lastSuccessAt, failingSince: this.#isFailing ? this.#firstFailedAt : null };
  }

  good(): void {
    this.#lastSuccessAt = this.#options.clock.now();
    this.#failures = 0;
    this.#isFailing = false;
  }

  /** The last read failed. */
  get isDoubted(): boolean {
    return this.#failures > 0;
  }

  /** `minFailingMs`: instead of the usual span, for a failure of this kind. */
  failed(minFailingMs = this.#options.minFailingMs): void {
    const { clock, minFailures, minAgeMs } = this.#options;
    const now = clock.now();
    if (this.#failures === 0) this.#firstFailedAt = now;
    this.#failures += 1;
    const isLongEnough = now - this.#firstFailedAt >= minFailingMs;
    const isOld = now - (this.#lastSuccessAt ?? this.#firstFailedAt) >= minAgeMs;
    this.#isFailing ||= this.#failures >= minFailures && isLongEnough && isOld;
  }

  /** Failures so far say nothing about the source: the line to the server was down. */
  forgive(): void {
    this.#failures = 0;
    this.#isFailing = false;
  }
}
