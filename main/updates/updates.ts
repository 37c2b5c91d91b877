import { gt } from 'semver';
import type { UpdateState } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import { UpdateError, type UpdateFeed } from './update-feed';

/** How this computer gets new versions; set by a policy only. */
export interface UpdatePolicy {
  /** `notify`: the user decides about the download. `installAtQuit`: it is downloaded unasked. */
  readonly mode: 'notify' | 'installAtQuit';
  /** Address of the folder that holds the feed and its installers. */
  readonly url: string;
  readonly channel: string;
  /** See `readFeed`. */
  readonly publicKey: string;
}

/** Replaces this installation when the program quits. */
export interface UpdateInstaller {
  /**
   * Downloads and checks the installer, and arranges that it runs at the end of the program.
   *
   * @throws UpdateError
   */
  download(feed: UpdateFeed, onProgress: (percent: number) => void): Promise<void>;
}

/** Where new versions come from, and how they are installed. */
export interface UpdateSource extends Pick<UpdatePolicy, 'mode'> {
  /**
   * Reads the feed and checks its signature.
   *
   * @throws UpdateError
   */
  readonly readFeed: () => Promise<UpdateFeed>;
  /** `null`: this installation cannot replace itself. */
  readonly installer: UpdateInstaller | null;
}

export interface UpdatesOptions {
  /** `null`: nothing is asked. */
  readonly source: UpdateSource | null;
  readonly version: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Logger;
  readonly onChange: (state: UpdateState) => void;
}

/** After the start: the shift begins first. */
const firstCheckMs = 60_000;
const betweenChecksMs = 6 * 3_600_000;

/**
 * Looks for new versions and downloads them. It never installs one while the program runs: the installer runs when the user
 * quits.
 */
export class Updates {
  readonly #options: UpdatesOptions;
  #state: UpdateState;
  #offered: UpdateFeed | null = null;
  #disposeTimer: Disposer = () => undefined;

  constructor(options: UpdatesOptions) {
    this.#options = options;
    this.#state = { phase: options.source === null ? 'off' : 'notChecked' };
    if (options.source !== null) this.#checkAfter(firstCheckMs);
  }

  state(): UpdateState {
    return this.#state;
  }

  /** Reads the feed now. A download under way, or done, is not disturbed. */
  async check(): Promise<void> {
    const { source, version, clock } = this.#options;
    if (source === null || ['checking', 'downloading', 'ready'].includes(this.#state.phase)) return;
    this.#checkAfter(betweenChecksMs);
    this.#change({ phase: 'checking' });
    const feed = await this.#attempt(() => source.readFeed());
    if (feed === null) return;
    if (!gt(feed.version, version)) {
      this.#change({ phase: 'upToDate', checkedAt: clock.now() });
      return;
    }
    this.#offered = feed;
    this.#change({ phase: 'available', version: feed.version, canDownload: source.installer !== null });
    if (source.mode === 'installAtQuit') await this.download();
  }

  /** Downloads the version that the last check offered. */
  async download(): Promise<void> {
    const { source, log } = this.#options;
    const installer = source?.installer ?? null;
    const feed = this.#offered;
    if (installer === null || feed === null || this.#state.phase !== 'available') return;
    const { version } = feed;
    this.#change({ phase: 'downloading', version, percent: 0 });
    const isDownloaded = await this.#attempt(async () => {
      await installer.download(feed, (percent) => {
        this.#progress(version, percent);
      });
      return true;
    });
    if (isDownloaded === null) return;
    log.info('update downloaded', { version });
    this.#change({ phase: 'ready', version });
  }

  dispose(): void {
    this.#disposeTimer();
  }

  #progress(version: string, percent: number): void {
    const whole = Math.min(100, Math.floor(percent));
    if (this.#state.phase === 'downloading' && this.#state.percent !== whole)
      this.#change({ phase: 'downloading', version, percent: whole });
  }

  /** Returns the result, or `null` after a failure, which becomes the state. */
  async #attempt<T>(act: () => Promise<T>): Promise<T | null> {
    try {
      return await act();
    } catch (cause) {
      const problem = cause instanceof UpdateError ? cause.problem : 'failed';
      this.#options.log.warn('update failed', { problem, cause });
      this.#change({ phase: 'failed', problem });
      return null;
    }
  }

  /** Not all consoles of a site check at once after its power comes back. */
  #checkAfter(delayMs: number): void {
    const { clock, random } = this.#options;
    this.#disposeTimer();
    this.#disposeTimer = clock.after(delayMs * (1 + random()), () => void this.check());
  }

  #change(state: UpdateState): void {
    this.#state = state;
    this.#options.onChange(state);
  }
}
