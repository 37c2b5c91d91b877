import path from 'node:path';
import log from 'electron-log/node';
import { lineText, type LogLevel, type LogSink } from '../base/log';

export interface LogFileOptions {
  readonly folder: string;
  /** Also writes to the terminal. */
  readonly echo: boolean;
  /** The least important entries that are written. */
  readonly level: LogLevel;
}

export const logFileName = 'sightline.log';
const maxFileBytes = 5 * 1024 * 1024;

/**
 * Opens the log on disk: at most two files, the older one renamed. It must only be used behind redaction. It uses the
 * Node part of the library, because the Electron part opens channels that any page could write to.
 */
export function openLogFile({ folder, echo, level }: LogFileOptions): LogSink {
  const writer = log.create({ logId: 'sightline' });
  // Otherwise the library looks for a package.json, and silently writes nothing where it finds none.
  writer.transports.file.setAppName('Sightline');
  writer.transports.file.resolvePathFn = () => path.join(folder, logFileName);
  writer.transports.file.maxSize = maxFileBytes;
  writer.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  writer.transports.file.format = '{iso} {level} {text}';
  writer.transports.file.level = level;
  writer.transports.console.format = '{h}:{i}:{s} {level} {text}';
  writer.transports.console.level = echo ? level : false;
  return (line) => {
    writer[line.level](lineText(line));
  };
}
