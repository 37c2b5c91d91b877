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
  /** A light read; its outcome comes back through `answered` or `refused`, unless it could not be sent in time. */
  readonly probe: () => Promise<unknown>;
  /** While the stream is down, refused requests are no news. */
  readonly isLineUp: () => boolean;
  readonly onChange: (state: SourceState) => void;
  /** Refused once more, in a time in which nothing else was answered. */
  readonly onRefused: () => void;
}

const failingMs = 2_500;
/** A server that only wants to be asked more slowly is there: refusing so says nothing worse than no answer for as long as `live` promises. */
const limitingMs = freshnessLimitMs;
const longestProbeWaitMs = 10_000;

/**
 * Whether the server answers requests at all while its stream goes on.
 *
 * At rest hardly anything is asked, so a refusal is looked into: a light read follows, and another, until one is answered.
 * One resource that is refused while others are answered is not "everything": any answer of the server itself ends it.
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

  /** `isLimit`: asked too often, by its own words. */
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
      log.warn('the server refuses every request while its stream goes on');
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

  /** One at a time: several that wait for their turn would take it from others. */
  #probeSoon(): void {
    const { clock, log } = this.#options;
    if (this.#isProbing) return;
    this.#cancelProbe ??= clock.after(Math.min(longestProbeWaitMs, this.#backoff.next()), () => {
      this.#cancelProbe = null;
      runInBackground(this.#probe(), 'asking whether requests are answered', log);
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
