import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Logger } from '../base/log';

/** File mode: it concerns only the owner of the account. */
const ownerOnly = 0o600;

export interface UnflushedFile {
  read(): unknown;
  write(value: unknown): void;
  /** Does everything that takes time. The value counts only once the returned function was called. */
  prepare(value: unknown): () => void;
}

/**
 * A JSON file that survives a kill of the program at any moment, but not a power cut: waiting for the disk would stop main
 * for several milliseconds at each alert. What cannot be read counts as missing. Libraries for atomic files write and
 * rename in one step; here an alert is shown in between.
 */
export function openUnflushedFile(file: string, log: Logger): UnflushedFile {
  const draft = `${file}.new`;
  const orLog = (act: () => void): boolean => {
    try {
      act();
      return true;
    } catch (cause) {
      log.warn('file could not be written', { file: path.basename(file), cause });
      return false;
    }
  };
  const prepare = (value: unknown): (() => void) => {
    const isWritten = orLog(() => {
      writeFileSync(draft, JSON.stringify(value), { mode: ownerOnly });
    });
    return () => {
      if (!isWritten) return;
      orLog(() => {
        renameSync(draft, file);
      });
    };
  };
  return {
    read: () => {
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as unknown;
      } catch {
        return undefined;
      }
    },
    write: (value) => {
      prepare(value)();
    },
    prepare,
  };
}
