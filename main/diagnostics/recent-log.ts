import type { Clock } from '../base/clock';
import { lineText, type LogLine, type LogSink } from '../base/log';

const keptLines = 200;

/**
 * Keeps the last log lines in memory for the diagnostics, besides passing them on. Put it behind redaction: what it keeps
 * is shown and saved.
 */
export class RecentLog {
  readonly #clock: Clock;
  readonly #lines: string[] = [];
  #errors = 0;
  #warnings = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Returns a sink that keeps each line and passes it to `sink`. */
  keeping(sink: LogSink): LogSink {
    return (line) => {
      this.#keep(line);
      sink(line);
    };
  }

  /** Oldest first. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Lines of each level since the start of the program, also those no longer kept. */
  get counts(): { readonly errors: number; readonly warnings: number } {
    return { errors: this.#errors, warnings: this.#warnings };
  }

  #keep(line: LogLine): void {
    if (line.level === 'error') this.#errors += 1;
    if (line.level === 'warn') this.#warnings += 1;
    this.#lines.push(`${new Date(this.#clock.now()).toISOString()} ${line.level} ${lineText(line)}`);
    if (this.#lines.length > keptLines) this.#lines.shift();
  }
}
