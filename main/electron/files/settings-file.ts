import path from 'node:path';
import Store from 'electron-store';
import { app, ipcMain } from 'electron/main';
import type { Logger } from '../../base/log';
import { openGuardedStore, type GuardedStore } from './guarded-store';

export function openSettingsFile(log: Logger): GuardedStore {
  const folder = app.getPath('userData');
  const openStore = (): Store => {
    const store = new Store({
      name: 'settings',
      cwd: folder,
      clearInvalidConfig: true,
      accessPropertiesByDotNotation: false,
    });
    // The store opens a synchronous channel of its own that answers any page; nobody here uses it.
    ipcMain.removeAllListeners('electron-store-get-data');
    return store;
  };
  return openGuardedStore({ file: path.join(folder, 'settings.json'), openStore, log, now: Date.now });
}
