import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

export type NamedValues = Readonly<Record<string, unknown>>;

export interface RecoveredFile {
  /** `restored`: the last good copy took the place of a damaged file. `reset`: there was none. `null`: nothing was wrong. */
  readonly problem: 'restored' | 'reset' | null;
  readonly values: NamedValues;
}

/** A write takes milliseconds; whatever of one is older than this was left by a process that died. */
const orphanAgeMs = 2_000;
/** Damaged files are for a person to look into, and a disk that spoils one file spoils more. */
const keptAside = 5;

/**
 * Looks at a settings file before the store opens it, because the store would either refuse to start or overwrite it. A file
 * that is no good is kept beside itself under another name, and the last good copy takes its place. Everything is done by
 * renaming: it needs no room on a full disk, and can be broken off anywhere and done again. Where even that is not allowed,
 * the last good values are handed out all the same.
 */
export function recoverFile(file: string, now: number, isGood = isPlainObject): RecoveredFile {
  ignoreErrors(() => {
    sweep(file, now);
  });
  const values = readValid(file, isGood);
  if (values !== null) return { problem: null, values };
  const lastValues = readValid(lastGoodOf(file), isGood);
  const isThere = existsSync(file);
  if (isThere) {
    ignoreErrors(() => {
      renameSync(file, asideName(file, now));
    });
  }
  if (lastValues === null) return { problem: isThere ? 'reset' : null, values: {} };
  ignoreErrors(() => {
    restoreBackup(file);
  });
  return { problem: 'restored', values: lastValues };
}

/**
 * Keeps a copy of a good file, to fall back on. The copy takes its place only when it is whole, so that there never is a
 * moment without one. Throws where there is no room for it: then there is none for what comes next, either.
 */
export function saveBackup(file: string, isGood = isPlainObject): void {
  if (!existsSync(file) || isSameFile(file, lastGoodOf(file))) return;
  const copy = `${lastGoodOf(file)}.tmp-${process.pid}`;
  try {
    copyFileSync(file, copy);
    if (readValid(copy, isGood) === null) throw new Error('the copy of the settings was cut off');
    flush(copy);
    renameSync(copy, lastGoodOf(file));
  } catch (cause) {
    ignoreErrors(() => {
      rmSync(copy, { force: true });
    });
    throw cause;
  }
}

/** Undoes a write that was cut off. What is in the way is a fragment of our own and of no use to anybody. */
export function restoreBackup(file: string): void {
  if (existsSync(lastGoodOf(file))) renameSync(lastGoodOf(file), file);
  else rmSync(file, { force: true });
}

/** `null`: missing, unreadable, cut off or of another shape; all the same here, it cannot be used. */
export function readValid(file: string, isGood = isPlainObject): NamedValues | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isGood(value) ? value : null;
  } catch {
    // Also nested so deep that reading it overflows.
    return null;
  }
}

export function isPlainObject(value: unknown): value is NamedValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSameFile(one: string, other: string): boolean {
  return existsSync(other) && readFileSync(one).equals(readFileSync(other));
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function lastGoodOf(file: string): string {
  return `${file}.last-good`;
}

function asideName(file: string, now: number): string {
  const time = new Date(now).toISOString().replaceAll(':', '-');
  return `${file}.damaged-${time}`;
}

/** Takes away what dead writers left behind, and of the damaged files all but the newest. */
function sweep(file: string, now: number): void {
  const folder = path.dirname(file);
  const ours = readdirSync(folder).filter((name) => name.startsWith(`${path.basename(file)}.`));
  const orphans = ours.filter((name) => {
    return /\.tmp-/.test(name) && now - statSync(path.join(folder, name)).mtimeMs > orphanAgeMs;
  });
  const damaged = ours.filter((name) => name.includes('.damaged-')).sort();
  for (const name of [...orphans, ...damaged.slice(0, Math.max(0, damaged.length - keptAside + 1))]) {
    ignoreErrors(() => {
      rmSync(path.join(folder, name), { force: true, recursive: true });
    });
  }
}

/** For what is better done but not needed. */
export function ignoreErrors(act: () => void): void {
  try {
    act();
  } catch {
    // A folder that may not be changed: what can be read is handed out without changing anything.
  }
}
