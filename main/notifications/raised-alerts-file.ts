import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Logger } from '../base/log';
import type { RaisedAlertsFile } from './raised-alerts';

/** File mode: it concerns only the owner of the account. */
const ownerOnly = 0o600;

/**
 * A JSON file that survives a kill of the program at any moment, but not a power cut: waiting for the disk would stop main
 * for several milliseconds at each alert. What cannot be read counts as missing. Libraries for atomic files write and
 * rename in one step; here the alert is shown in between.
 */
export function openRaisedAlertsFile(file: string, log: Logger): RaisedAlertsFile {
  const draft = `${file}.new`;
  const orLog = (act: () => void): boolean => {
    try {
      act();
      return true;
    } catch (cause) {
      log.warn('raised alerts could not be stored', { cause });
      return false;
    }
  };
  return {
    read: () => {
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as unknown;
      } catch {
        return undefined;
      }
    },
    prepare: (value) => {
      const isWritten = orLog(() => {
        writeFileSync(draft, JSON.stringify(value), { mode: ownerOnly });
      });
      return () => {
        if (!isWritten) return;
        orLog(() => {
          renameSync(draft, file);
        });
      };
    },
  };
}
