import type { Result, Settings } from '../../preload/contract';
import type { Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import { fail, succeed } from '../base/result';
import { readSettings, storedSettings, type StoredStart } from './settings-schema';

/** Named values that survive a restart. */
export interface SettingsFile {
  read(name: string): unknown;
  /** `false`, or a throw: it will not survive a restart. */
  write(name: string, value: unknown): boolean;
}

export interface SettingsStore {
  current(): Settings;
  /** The choice holds at once. A failure says that it will be forgotten at the next start. */
  change(wish: Partial<Settings>): Result<Settings>;
  subscribe(listener: (settings: Settings) => void): Disposer;
}

const nameInFile = 'settings';

/**
 * The user's choices. Read once at start; a invalidKeys file costs the invalidKeys choices only and is reported once. Afterwards the
 * copy in memory is the truth, so that a full disk never takes a choice back from under the user's hand. What another
 * version stored and this one cannot read stays in the file, for the day that version runs again.
 */
export function openSettingsStore(file: SettingsFile, log: Logger): SettingsStore {
  const listeners = new Set<(settings: Settings) => void>();
  const start = readStored(file, log);
  let settings = start.settings;
  return {
    current: () => settings,
    change: (wish) => {
      const before = settings;
      settings = { ...settings, ...wish };
      const isKept = isSame(before, settings) || wrote(file, storedSettings(settings, start), log);
      if (!isSame(before, settings)) for (const listener of [...listeners]) listener(settings);
      return isKept ? succeed(settings) : fail('settings.notSaved');
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function readStored(file: SettingsFile, log: Logger): StoredStart {
  try {
    const stored = file.read(nameInFile);
    const { settings, invalidKeys } = readSettings(stored);
    if (invalidKeys === null) log.warn('the stored choices were of no use; all defaults are taken');
    else if (invalidKeys.length > 0)
      log.warn('some stored choices were of no use; their defaults are taken', { invalidKeys });
    return { settings, stored: invalidKeys === null ? undefined : stored };
  } catch (cause) {
    log.warn('the stored choices could not be read; all defaults are taken', { cause });
    return { settings: readSettings(undefined).settings, stored: undefined };
  }
}

function wrote(file: SettingsFile, settings: unknown, log: Logger): boolean {
  try {
    return file.write(nameInFile, settings);
  } catch (cause) {
    log.error('the choices could not be stored', { cause });
    return false;
  }
}

function isSame(left: Settings, right: Settings): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
