import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { app } from 'electron/main';
import { isInstalled } from './installed';
import type { Logger } from '../base/log';
import { autostartFile, loginArguments, type LoginItem, type StartsAtLogin } from '../shell/login-item';

/**
 * Starts the program when the user signs in to the computer. Only an installed program registers itself: one that runs from a
 * checkout would replace or remove the entry of the installed one.
 */
export function createLoginItem(log: Logger): LoginItem {
  if (!isInstalled()) return { apply: () => undefined };
  let applied: StartsAtLogin | null = null;
  return {
    apply: (starts) => {
      if (starts === applied) return;
      applied = starts;
      try {
        if (process.platform === 'linux') writeAutostartFile(starts);
        else app.setLoginItemSettings({ openAtLogin: starts !== 'never', args: [...loginArguments(starts)] });
      } catch (cause) {
        log.warn('start at login not changed', { cause });
      }
    },
  };
}

/** Whether the system started the program at login; only macOS says so, where a login item has no arguments. */
export function wasStartedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

function writeAutostartFile(starts: StartsAtLogin): void {
  const folder = path.join(app.getPath('appData'), 'autostart');
  const file = path.join(folder, 'sightline.desktop');
  if (starts === 'never') {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  // An AppImage runs from a folder that exists only while it runs.
  writeFileSync(file, autostartFile(process.env['APPIMAGE'] ?? process.execPath, starts));
}
