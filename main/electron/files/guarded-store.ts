import type { Logger } from '../../base/log';
import {
  ignoreErrors,
  isPlainObject,
  saveBackup,
  type NamedValues,
  restoreBackup,
  readValid,
  recoverFile,
  type RecoveredFile,
} from './file-recovery';

/** What of `electron-store` is used: it puts all values on disk at once. */
export interface Store {
  store: Record<string, unknown>;
}

export interface GuardedStoreOptions {
  readonly file: string;
  readonly openStore: () => Store;
  readonly log: Logger;
  readonly now: () => number;
}

/** One small file of named values that survive a restart. */
export interface GuardedStore {
  /** What was wrong with the file, said to the first who asks and then no more: a person is told once. */
  takeProblem(): RecoveredFile['problem'];
  read(name: string): unknown;
  /** `false`: it could not be put on disk and will not survive a restart. Until then it holds. */
  write(name: string, value: unknown): boolean;
  remove(name: string): boolean;
}

/**
 * Stands around the store, which by itself puts half a file on a full disk without a word, does not start with a file that
 * is cut off, and replaces one of the wrong shape by nothing.
 *
 * Opening: see `recoverFile`; the store never meets a file it would choke on. Reading: from memory, never from disk, so that
 * a file spoilt under a running program costs nothing. Writing: make sure of the copy, let the store write, read back what
 * it wrote; what is not whole is undone at once, what is whole becomes the copy. So at every instant one of two files is
 * whole and holds all that was ever acknowledged, and whoever dies at whichever instant finds it at the next start; at rest
 * both do, and either may be spoilt.
 *
 * Another process may write the same file (the program itself allows only one of it): what this one never changed is taken
 * from disk at every write.
 */
export function openGuardedStore({ file, openStore, log, now }: GuardedStoreOptions): GuardedStore {
  const rescue = (): RecoveredFile => {
    const rescued = recoverFile(file, now(), isOurs);
    const { problem } = rescued;
    if (problem !== null) log.warn('The settings file was damaged and is kept aside', { problem });
    return rescued;
  };
  const atStart = rescue();
  let untold = atStart.problem;
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
      log.error('The settings file could not be written', { cause });
      return false;
    }
  };
  return {
    takeProblem: () => {
      const told = untold;
      untold = null;
      return told;
    },
    read: (name) => (changed.has(name) ? changed.get(name) : ownValue(atStart.values, name)),
    write: change,
    remove: (name) => change(name, undefined),
  };
}

/** The file is good or not there when this begins, and when it ends. */
function writeOrUndo(file: string, store: Store, wanted: Record<string, unknown>): Store {
  try {
    store.store = wanted;
    if (readValid(file, isOurs) === null) throw new Error('the settings were cut off while they were written');
    return store;
  } catch (cause) {
    if (readValid(file, isOurs) === null) restoreBackup(file);
    throw cause;
  }
}

/** Each of these is an object whenever it is there; a file that says otherwise was not written by us. */
const objects = ['settings', 'profile', 'password', 'window'];

function isOurs(value: unknown): value is NamedValues {
  return isPlainObject(value) && objects.every((name) => !Object.hasOwn(value, name) || isPlainObject(value[name]));
}

function merge(base: NamedValues, changed: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const merged = new Map([...Object.entries(base), ...changed]);
  return Object.fromEntries([...merged].filter(([, value]) => value !== undefined));
}

function ownValue(values: NamedValues, name: string): unknown {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
