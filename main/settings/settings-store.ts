import type { Result, Rights, Settings } from '../../preload/contract';
import { allRights, isValueAllowed, withAllowedValues } from '../../preload/contract/rights';
import type { Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import { fail, succeed } from '../base/result';
import { readSettings, storedSettings, type StoredStart } from './settings-schema';

/** Named values that survive a restart. */
export interface SettingsFile {
  read(name: string): unknown;
  /** Returns false or throws if the value will not survive a restart. */
  write(name: string, value: unknown): boolean;
}

export interface SettingsStore {
  current(): Settings;
  /** Applies the change at once, unless the policy fixes a setting or forbids a value. `settings.notSaved`: lost at the next start. */
  change(patch: Partial<Settings>): Result<Settings>;
  subscribe(listener: (settings: Settings) => void): Disposer;
}

const nameInFile = 'settings';

/**
 * Holds the user's settings. Those of the policy (`fixed`) win, what it forbids (`rights`) gives way, and neither is ever written:
 * without the policy the user's own values apply again. They are read once at start; invalid ones get their default and are reported once. From
 * then on the copy in memory applies, so a full disk never reverts a setting. Settings of another version stay in the
 * file.
 */
export function openSettingsStore(
  file: SettingsFile,
  log: Logger,
  { fixed = {}, rights = allRights }: { readonly fixed?: Partial<Settings>; readonly rights?: Rights } = {},
): SettingsStore {
  const listeners = new Set<(settings: Settings) => void>();
  const start = readStored(file, log);
  let own = start.settings;
  const applied = (): Settings => withAllowedValues({ ...own, ...fixed }, rights);
  let settings = applied();
  const isFixed = (name: string, value: unknown): boolean =>
    Object.hasOwn(fixed, name) && JSON.stringify(value) !== JSON.stringify(Reflect.get(fixed, name));
  return {
    current: () => settings,
    change: (patch) => {
      if (Object.entries(patch).some(([name, value]) => isFixed(name, value))) return fail('settings.locked');
      if (Object.entries(patch).some(([name, value]) => !isValueAllowed(rights, name, value)))
        return fail('policy.notAllowed');
      const before = own;
      own = { ...own, ...withoutNames(patch, Object.keys(fixed)) };
      settings = applied();
      const isKept = isSame(before, own) || wrote(file, storedSettings(own, start), log);
      if (!isSame(before, own)) for (const listener of [...listeners]) listener(settings);
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
    if (invalidKeys === null) log.warn('stored settings are invalid; using all defaults');
    else if (invalidKeys.length > 0)
      log.warn('some stored settings are invalid; using their defaults', { invalidKeys });
    return { settings, stored: invalidKeys === null ? undefined : stored };
  } catch (cause) {
    log.warn('stored settings could not be read; using all defaults', { cause });
    return { settings: readSettings(undefined).settings, stored: undefined };
  }
}

function wrote(file: SettingsFile, settings: unknown, log: Logger): boolean {
  try {
    return file.write(nameInFile, settings);
  } catch (cause) {
    log.error('settings could not be stored', { cause });
    return false;
  }
}

function withoutNames(patch: Partial<Settings>, names: readonly string[]): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([name]) => !names.includes(name)));
}

function isSame(left: Settings, right: Settings): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
