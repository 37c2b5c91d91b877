import type { SourceState } from '../../../preload/contract';
import type { Clock } from '../../base/clock';

export interface SourceHealthOptions {
  readonly clock: Clock;
  /** A source counts as failing after at least this many failures in a row, ... */
  readonly minFailures: number;
  /** ... over at least this many milliseconds, ... */
  readonly minFailingMs: number;
  /** ... and only if the last good read is at least this old, in milliseconds. */
  readonly minAgeMs: number;
}

/** Health of one data source, derived from the results of its reads. */
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

  /** True if the last read failed. */
  get isDoubted(): boolean {
    return this.#failures > 0;
  }

  /** `minFailingMs` overrides the usual span for this kind of failure. */
  failed(minFailingMs = this.#options.minFailingMs): void {
    const { clock, minFailures, minAgeMs } = this.#options;
    const now = clock.now();
    if (this.#failures === 0) this.#firstFailedAt = now;
    this.#failures += 1;
    const isLongEnough = now - this.#firstFailedAt >= minFailingMs;
    const isOld = now - (this.#lastSuccessAt ?? this.#firstFailedAt) >= minAgeMs;
    this.#isFailing ||= this.#failures >= minFailures && isLongEnough && isOld;
  }

  /** Forgets the failures: the link was down, so they say nothing about the source. */
  forgive(): void {
    this.#failures = 0;
    this.#isFailing = false;
  }
}
