import path from 'node:path';
import log from 'electron-log/node';
import type { LogSink } from '../../base/log';

export interface LogFileOptions {
  readonly folder: string;
  /** Also to the terminal, for whoever started the program from one. */
  readonly echo: boolean;
}

const largestFileBytes = 5 * 1024 * 1024;

/**
 * The log on disk, to stand behind redaction and never to be written past it: at most two files of the size above, the older one renamed aside. The part of the library for plain Node
 * is used because the one for Electron opens channels that any page could write through.
 */
export function openLogFile({ folder, echo }: LogFileOptions): LogSink {
  const writer = log.create({ logId: 'sightline' });
  writer.transports.file.resolvePathFn = () => path.join(folder, 'sightline.log');
  writer.transports.file.maxSize = largestFileBytes;
  writer.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  writer.transports.file.format = '{iso} {level} {text}';
  writer.transports.file.level = 'info';
  writer.transports.console.format = '{h}:{i}:{s} {level} {text}';
  writer.transports.console.level = echo ? 'info' : false;
  return ({ level, scope, message, facts }) => {
    const told = Object.keys(facts).length === 0 ? '' : ` ${JSON.stringify(facts)}`;
    writer[level](`[${scope}] ${message}${told}`);
  };
}
