import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';

export type FileRescue = 'nothing' | 'sound' | 'restored' | 'setAside';

/**
 * Looks at a settings file before the store opens it, because the store would either refuse to start or overwrite it. A file
 * that is not whole is kept beside itself under another name, and the last good copy takes its place if there is one.
 */
export function rescueFile(file: string, now: number): FileRescue {
  if (!existsSync(file)) {
    return 'nothing';
  }
  if (isWhole(file)) {
    return 'sound';
  }
  renameSync(file, `${file}.damaged-${now}`);
  if (!isWhole(lastGood(file))) {
    return 'setAside';
  }
  copyFileSync(lastGood(file), file);
  return 'restored';
}

/** Keeps a copy of a file that is whole, to fall back on. */
export function keepLastGood(file: string): void {
  if (isWhole(file)) {
    copyFileSync(file, lastGood(file));
  }
}

/** Whether the file really holds one JSON object: a full disk leaves the beginning of one without anybody saying so. */
export function isWhole(file: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    // Missing, unreadable or cut off: all the same here, it cannot be used.
    return false;
  }
}

function lastGood(file: string): string {
  return `${file}.last-good`;
}
