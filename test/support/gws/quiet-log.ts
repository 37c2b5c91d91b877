import { createLogger, type Logger, type LogLine } from '../../../main/base/log';

/** Keeps the lines, for tests that ask what was said and what was not. */
export class QuietLog {
  readonly lines: LogLine[] = [];

  readonly for = (scope: string): Logger =>
    createLogger(scope, (line) => {
      this.lines.push(line);
    });

  get text(): string {
    return JSON.stringify(this.lines);
  }
}
