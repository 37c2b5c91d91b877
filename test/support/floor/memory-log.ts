import { createLogger, type Logger, type LogLine } from '../../../main/base/log';

/** Keeps what was logged, to be looked at. */
export class MemoryLog {
  readonly lines: LogLine[] = [];
  readonly logger: Logger = createLogger('test', (line) => void this.lines.push(line));

  get messages(): readonly string[] {
    return this.lines.map((line) => `${line.level}: ${line.message}`);
  }
}
