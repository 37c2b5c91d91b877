import path from 'node:path';
import log from 'electron-log/node';
import type { LogLine, LogSink } from '../base/log';

export interface LogFileOptions {
  readonly folder: string;
  /** Takes out of a line whatever must not be kept; the last thing that happens to it before it is written. */
  readonly redact: (line: LogLine) => LogLine;
  /** Also to the terminal, for whoever started the program from one. */
  readonly echo: boolean;
}

const largestFileBytes = 5 * 1024 * 1024;

/**
 * The log on disk: at most two files of the size above, the older one renamed aside. The part of the library for plain Node
 * is used because the one for Electron opens channels that any page could write through.
 */
export function openLogFile({ folder, redact, echo }: LogFileOptions): LogSink {
  const writer = log.create({ logId: 'sightline' });
  writer.transports.file.resolvePathFn = () => path.join(folder, 'sightline.log');
  writer.transports.file.maxSize = largestFileBytes;
  writer.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  writer.transports.file.format = '{iso} {level} {text}';
  writer.transports.file.level = 'info';
  writer.transports.console.format = '{h}:{i}:{s} {level} {text}';
  writer.transports.console.level = echo ? 'info' : false;
  return (line) => {
    const { level, scope, message, facts } = redact(line);
    const told = Object.keys(facts).length === 0 ? '' : ` ${JSON.stringify(facts)}`;
    writer[level](`[${scope}] ${message}${told}`);
  };
}
