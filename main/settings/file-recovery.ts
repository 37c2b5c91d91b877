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
import { isRecord } from '../base/record';

export type NamedValues = Readonly<Record<string, unknown>>;

export interface RecoveredFile {
  /** `restored`: the last good copy replaced a damaged file. `reset`: there was no copy. `null`: no problem. */
  readonly problem: 'restored' | 'reset' | null;
  readonly values: NamedValues;
}

/** Milliseconds. A write is shorter, so older temporary files belong to processes that died. */
const orphanAgeMs = 2_000;
/** Number of damaged files that are kept for inspection; a bad disk would produce many. */
const keptAside = 5;

/**
 * Checks a settings file before the store opens it, because the store would fail or overwrite it. A damaged file is
 * renamed and kept, and the last good copy replaces it. Only renames are used: they need no space on a full disk and
 * can be interrupted and repeated. If even they fail, the last good values are returned.
 */
export function recoverFile(file: string, now: number, isGood = isRecord): RecoveredFile {
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
 * Copies a good file as the backup. The backup is replaced only when the copy is complete, so one always exists. Throws
 * if there is no space; then the next write would fail as well.
 */
export function saveBackup(file: string, isGood = isRecord): void {
  if (!existsSync(file) || isSameFile(file, lastGoodOf(file))) return;
  const copy = `${lastGoodOf(file)}.tmp-${process.pid}`;
  try {
    copyFileSync(file, copy);
    if (readValid(copy, isGood) === null) throw new Error('the backup of the settings is incomplete');
    flush(copy);
    renameSync(copy, lastGoodOf(file));
  } catch (cause) {
    ignoreErrors(() => {
      rmSync(copy, { force: true });
    });
    throw cause;
  }
}

/** Replaces an interrupted write by the backup; the fragment is useless. */
export function restoreBackup(file: string): void {
  if (existsSync(lastGoodOf(file))) renameSync(lastGoodOf(file), file);
  else rmSync(file, { force: true });
}

/** Returns `null` if the file is missing, unreadable, incomplete or of another shape. */
export function readValid(file: string, isGood = isRecord): NamedValues | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isGood(value) ? value : null;
  } catch {
    // Also nesting so deep that parsing overflows the stack.
    return null;
  }
}

function isSameFile(left: string, right: string): boolean {
  return existsSync(right) && readFileSync(left).equals(readFileSync(right));
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

/** Deletes files of dead writers and all but the newest damaged files. */
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

/** Runs an optional step and ignores its failure. */
export function ignoreErrors(act: () => void): void {
  try {
    act();
  } catch {
    // A read-only folder: return what can be read and change nothing.
  }
}
