import { readFileSync } from 'node:fs';
import { writeFileSync } from 'atomically';
import type { Logger } from '../base/log';
import type { RaisedAlertsFile } from './raised-alerts';

/** File mode: it concerns only the owner of the account. */
const ownerOnly = 0o600;

/**
 * A JSON file that survives a kill of the program at any moment, but not a power cut: an alert waits for the write, and
 * waiting for the disk would stop main for several milliseconds each time. What cannot be read counts as missing.
 */
export function openRaisedAlertsFile(file: string, log: Logger): RaisedAlertsFile {
  return {
    read: () => {
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as unknown;
      } catch {
        return undefined;
      }
    },
    write: (value) => {
      try {
        writeFileSync(file, JSON.stringify(value), { fsync: false, mode: ownerOnly });
      } catch (cause) {
        log.warn('raised alerts could not be stored', { cause });
      }
    },
  };
}
