import { chmodSync } from 'node:fs';
import path from 'node:path';
import Store from 'electron-store';
import { app, ipcMain } from 'electron/main';
import type { Logger } from '../base/log';
import { ignoreErrors } from '../settings/file-recovery';
import { openGuardedStore, type GuardedStore } from '../settings/guarded-store';

/** File mode: server names, teams, rules and a sealed password concern only the owner of the account. */
const ownerOnly = 0o600;

/** Folder of everything that is kept on disk for this account. */
export function userDataFolder(): string {
  return app.getPath('userData');
}

export function openSettingsFile(log: Logger): GuardedStore {
  const folder = userDataFolder();
  const openStore = (): Store => {
    const store = new Store({
      name: 'settings',
      cwd: folder,
      clearInvalidConfig: true,
      configFileMode: ownerOnly,
      accessPropertiesByDotNotation: false,
    });
    // The store opens an unused synchronous channel that answers any page.
    ipcMain.removeAllListeners('electron-store-get-data');
    return store;
  };
  const file = path.join(folder, 'settings.json');
  // Earlier versions created files that every account could read.
  for (const written of [file, `${file}.last-good`]) ignoreErrors(() => chmodSync(written, ownerOnly));
  return openGuardedStore({ file, openStore, log, now: Date.now });
}
