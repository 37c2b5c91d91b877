import { chmodSync } from 'node:fs';
import path from 'node:path';
import Store from 'electron-store';
import { app, ipcMain } from 'electron/main';
import type { Logger } from '../../base/log';
import { ignoreErrors } from './file-recovery';
import { openGuardedStore, type GuardedStore } from './guarded-store';

/** Names of servers, teams and rules, and a sealed password: nobody else's on a computer that several people use. */
const ownerOnly = 0o600;

export function openSettingsFile(log: Logger): GuardedStore {
  const folder = app.getPath('userData');
  const openStore = (): Store => {
    const store = new Store({
      name: 'settings',
      cwd: folder,
      clearInvalidConfig: true,
      configFileMode: ownerOnly,
      accessPropertiesByDotNotation: false,
    });
    // The store opens a synchronous channel of its own that answers any page; nobody here uses it.
    ipcMain.removeAllListeners('electron-store-get-data');
    return store;
  };
  const file = path.join(folder, 'settings.json');
  // Files of earlier versions could be read by everybody.
  for (const written of [file, `${file}.last-good`]) ignoreErrors(() => chmodSync(written, ownerOnly));
  return openGuardedStore({ file, openStore, log, now: Date.now });
}
