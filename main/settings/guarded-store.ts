import type { Logger } from '../base/log';
import {
  ignoreErrors,
  saveBackup,
  type NamedValues,
  restoreBackup,
  readValid,
  recoverFile,
  type RecoveredFile,
} from './file-recovery';
import { isRecord } from '../base/record';

/** The used part of `electron-store`, which writes all values at once. */
export interface Store {
  store: Record<string, unknown>;
}

export interface GuardedStoreOptions {
  readonly file: string;
  readonly openStore: () => Store;
  readonly log: Logger;
  readonly now: () => number;
}

/** A small file of named values that survive a restart. */
export interface GuardedStore {
  /** Returns what was wrong with the file, once; then `null`. */
  takeProblem(): RecoveredFile['problem'];
  read(name: string): unknown;
  /** Returns false if the value could not be written: it applies until the end of the process only. */
  write(name: string, value: unknown): boolean;
  remove(name: string): boolean;
}

/**
 * Guards `electron-store`, which writes half a file on a full disk without an error, does not start with an incomplete
 * file, and drops a file of the wrong shape.
 *
 * Opening: see `recoverFile`; the store never opens a damaged file. Reading uses memory, so a file damaged at run time
 * has no effect. Writing saves the backup, lets the store write and reads the result back; an incomplete file is
 * undone, a complete one becomes the backup. At every instant one of the two files is complete and contains all
 * acknowledged values.
 *
 * Another process may write the same file (the program itself allows only one instance): values that this process never
 * changed are read from disk at every write.
 */
export function openGuardedStore({ file, openStore, log, now }: GuardedStoreOptions): GuardedStore {
  const rescue = (): RecoveredFile => {
    const rescued = recoverFile(file, now(), isOurs);
    const { problem } = rescued;
    if (problem !== null) log.warn('damaged settings file was renamed', { problem });
    return rescued;
  };
  const atStart = rescue();
  let unreported = atStart.problem;
  const keepCopy = (): void => {
    saveBackup(file, isOurs);
  };
  ignoreErrors(keepCopy);
  const changed = new Map<string, unknown>();
  let store: Store | null = null;

  const change = (name: string, value: unknown): boolean => {
    changed.set(name, value);
    try {
      const wanted = merge({ ...atStart.values, ...rescue().values }, changed);
      keepCopy();
      store = writeOrUndo(file, store ?? openStore(), wanted);
      ignoreErrors(keepCopy);
      return true;
    } catch (cause) {
      log.error('settings file could not be written', { cause });
      return false;
    }
  };
  return {
    takeProblem: () => {
      const problem = unreported;
      unreported = null;
      return problem;
    },
    read: (name) => (changed.has(name) ? changed.get(name) : ownValue(atStart.values, name)),
    write: change,
    remove: (name) => change(name, undefined),
  };
}

/** The file is valid or missing before and after. */
function writeOrUndo(file: string, store: Store, wanted: Record<string, unknown>): Store {
  try {
    store.store = wanted;
    if (readValid(file, isOurs) === null) throw new Error('the settings file is incomplete after the write');
    return store;
  } catch (cause) {
    if (readValid(file, isOurs) === null) restoreBackup(file);
    throw cause;
  }
}

/** These values are objects if present; otherwise the file was not written by us. */
const objects = ['settings', 'profile', 'password', 'window'];

function isOurs(value: unknown): value is NamedValues {
  return isRecord(value) && objects.every((name) => !Object.hasOwn(value, name) || isRecord(value[name]));
}

function merge(base: NamedValues, changed: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const merged = new Map([...Object.entries(base), ...changed]);
  return Object.fromEntries([...merged].filter(([, value]) => value !== undefined));
}

function ownValue(values: NamedValues, name: string): unknown {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
