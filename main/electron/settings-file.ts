import path from 'node:path';
import Store from 'electron-store';
import { app, ipcMain } from 'electron/main';
import type { Logger } from '../base/log';
import { isWhole, keepLastGood, rescueFile } from './file-rescue';

/** One small file of named JSON values that survive a restart. */
export interface SettingsFile {
  read(name: string): unknown;
  /** `false`: it could not be put on disk and will not survive a restart. */
  write(name: string, value: unknown): boolean;
  remove(name: string): boolean;
}

export function openSettingsFile(log: Logger): SettingsFile {
  const folder = app.getPath('userData');
  const file = path.join(folder, 'settings.json');
  const rescue = rescueFile(file, Date.now());
  if (rescue === 'setAside' || rescue === 'restored') {
    log.warn('The settings file was damaged and is kept aside', { rescue });
  }
  const store = new Store<Record<string, unknown>>({
    name: 'settings',
    cwd: folder,
    clearInvalidConfig: true,
    accessPropertiesByDotNotation: false,
  });
  // The store opens a synchronous channel of its own that answers any page; nobody here uses it.
  ipcMain.removeAllListeners('electron-store-get-data');

  const change = (act: () => void): boolean => {
    try {
      keepLastGood(file);
      act();
    } catch (cause) {
      log.error('The settings file could not be written', { cause });
      return false;
    }
    if (!isWhole(file)) {
      log.error('The settings file was cut off while it was written');
      rescueFile(file, Date.now());
      return false;
    }
    return true;
  };
  return {
    read: (name) => store.get(name),
    write: (name, value) =>
      change(() => {
        store.set(name, value);
      }),
    remove: (name) =>
      change(() => {
        store.delete(name);
      }),
  };
}
