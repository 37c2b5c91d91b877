import type { SourceState } from '../../../preload/contract';
import type { Random } from '../../base/chance';
import type { Clock, Undo } from '../../base/clock';
import { fireAndReport } from '../../base/fire-and-report';
import type { Logger } from '../../base/log';
import { Backoff } from './backoff';
import { SourceHealth } from './source-health';

export interface RequestsHealthOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  /** A light read; its outcome comes back through `answered` or `refused`. */
  readonly probe: () => Promise<unknown>;
  /** While the stream is down, refused requests are no news. */
  readonly isLineUp: () => boolean;
  readonly onChange: (state: SourceState) => void;
}

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
  #cancelProbe: Undo | null = null;

  constructor(options: RequestsHealthOptions) {
    const { clock, random } = options;
    this.#options = options;
    this.#health = new SourceHealth({ clock, minFailures: 3, minFailingMs: 2_500, minAgeMs: 0 });
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

  refused(): void {
    const { clock, isLineUp, log, onChange, probe } = this.#options;
    const wasFailing = this.isFailing;
    if (!isLineUp()) {
      this.#health.forgive();
      this.stop();
      if (wasFailing) onChange(this.#health.state);
      return;
    }
    this.#health.failed();
    if (this.isFailing && !wasFailing) {
      log.warn('the server refuses every request while its stream goes on');
      onChange(this.#health.state);
    }
    this.#cancelProbe ??= clock.after(Math.min(longestProbeWaitMs, this.#backoff.next()), () => {
      this.#cancelProbe = null;
      if (isLineUp()) fireAndReport(probe(), 'asking whether requests are answered', log);
    });
  }

  stop(): void {
    this.#cancelProbe?.();
    this.#cancelProbe = null;
    this.#backoff.reset();
  }
}
