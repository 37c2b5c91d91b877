import type { SourceState } from '../../../preload/contract';
import type { Random } from '../../base/random';
import type { Clock, Disposer } from '../../base/clock';
import { runInBackground } from '../../base/run-in-background';
import type { Logger } from '../../base/log';
import { Backoff } from './backoff';
import { freshnessLimitMs } from './derive-connection-state';
import { SourceHealth } from './source-health';

export interface RequestsHealthOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  /**
   * Sends a light read. Its outcome arrives through `answered` or `refused`, unless it could not be sent in time.
   */
  readonly probe: () => Promise<unknown>;
  /** While the stream is down, refused requests are expected. */
  readonly isLineUp: () => boolean;
  readonly onChange: (state: SourceState) => void;
  /** A request was refused, and no other request was answered meanwhile. */
  readonly onRefused: () => void;
}

const failingMs = 2_500;
/** A server with a rate limit is working: for this long, a refusal by a limit is no worse than no response. */
const limitingMs = freshnessLimitMs;
const maxProbeWaitMs = 10_000;

/**
 * Tracks whether the server answers requests while its stream works.
 *
 * An idle console sends few requests, so a refusal triggers light reads until one is answered. A server may refuse a
 * single resource, so any response of the server itself ends the reads.
 */
export class RequestsHealth {
  readonly #options: RequestsHealthOptions;
  readonly #health: SourceHealth;
  readonly #backoff: Backoff;
  #cancelProbe: Disposer | null = null;
  #isProbing = false;

  constructor(options: RequestsHealthOptions) {
    const { clock, random } = options;
    this.#options = options;
    this.#health = new SourceHealth({ clock, minFailures: 3, minFailingMs: failingMs, minAgeMs: 0 });
    this.#backoff = new Backoff(random);
  }

  get isFailing(): boolean {
    return this.#health.state.failingSince !== null;
  }

  answered(): void {
    const wasFailing = this.isFailing;
    this.#health.good();
    this.stop();
    if (wasFailing) this.#options.onChange(this.#health.state);
  }

  /** `isLimit`: the response named a rate limit. */
  refused(isLimit: boolean): void {
    const { isLineUp, log, onChange, onRefused } = this.#options;
    const wasFailing = this.isFailing;
    if (!isLineUp()) {
      this.#health.forgive();
      this.stop();
      if (wasFailing) onChange(this.#health.state);
      return;
    }
    this.#health.failed(isLimit ? limitingMs : failingMs);
    if (this.isFailing && !wasFailing) {
      log.warn('server refuses every request while its stream works');
      onChange(this.#health.state);
    }
    if (this.isFailing) onRefused();
    this.#probeSoon();
  }

  stop(): void {
    this.#cancelProbe?.();
    this.#cancelProbe = null;
    this.#backoff.reset();
  }

  /** One probe at a time: several would use up the budget of other requests. */
  #probeSoon(): void {
    const { clock, log } = this.#options;
    if (this.#isProbing) return;
    this.#cancelProbe ??= clock.after(Math.min(maxProbeWaitMs, this.#backoff.next()), () => {
      this.#cancelProbe = null;
      runInBackground(this.#probe(), 'probing whether requests are answered', log);
    });
  }

  async #probe(): Promise<void> {
    const { isLineUp, probe } = this.#options;
    if (!isLineUp()) return;
    this.#isProbing = true;
    try {
      await probe();
    } finally {
      this.#isProbing = false;
      if (this.#health.isDoubted && isLineUp()) this.#probeSoon();
    }
  }
}
