import type { CrashDumpSummary } from '../../preload/contract';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';

export interface CrashDump {
  readonly file: string;
  /** Epoch milliseconds. */
  readonly writtenAt: number;
}

/** The folder of the crash dumps. */
export interface CrashDumpFolder {
  /** Rejects if the folder exists and cannot be read. */
  list(): Promise<readonly CrashDump[]>;
  remove(file: string): Promise<void>;
}

export interface CrashDumpsOptions {
  readonly folder: CrashDumpFolder;
  readonly clock: Clock;
  readonly log: Logger;
}

const keptDumps = 10;
const keptMs = 30 * 24 * 3_600_000;

/**
 * Crash dumps stay on this computer: at most ten, none older than 30 days. They hold the stacks of a process, where chance
 * can put a text, so they are never part of the diagnostics.
 */
export class CrashDumps {
  readonly #options: CrashDumpsOptions;

  constructor(options: CrashDumpsOptions) {
    this.#options = options;
  }

  /** Returns `null` if the folder cannot be read. */
  async summary(): Promise<CrashDumpSummary | null> {
    const dumps = await this.#newestFirst();
    return dumps && { count: dumps.length, newestAt: dumps[0]?.writtenAt ?? null };
  }

  /** Removes what is too old or too many. */
  async tidy(): Promise<void> {
    const now = this.#options.clock.now();
    const dumps = (await this.#newestFirst()) ?? [];
    await this.#remove(dumps.filter(({ writtenAt }, place) => place >= keptDumps || now - writtenAt > keptMs));
  }

  async removeAll(): Promise<void> {
    await this.#remove((await this.#newestFirst()) ?? []);
  }

  async #newestFirst(): Promise<readonly CrashDump[] | null> {
    const { folder, log } = this.#options;
    try {
      return [...(await folder.list())].sort((one, other) => other.writtenAt - one.writtenAt);
    } catch (cause) {
      log.warn('crash dumps could not be read', { cause });
      return null;
    }
  }

  async #remove(dumps: readonly CrashDump[]): Promise<void> {
    for (const { file } of dumps) {
      try {
        await this.#options.folder.remove(file);
      } catch (cause) {
        this.#options.log.warn('crash dump could not be removed', { cause });
      }
    }
  }
}
