import { realpathSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { app } from 'electron/main';
import { dangerousSwitches, neverInEnvironment } from '../shell/switches';

/**
 * Whether this is the installed program. Its code is in an archive, which a fuse requires; Electron's own `isPackaged`
 * depends on the name of the executable, which anyone can change.
 */
export function isInstalled(): boolean {
  return app.isPackaged || app.getAppPath().endsWith('.asar');
}

/** Returns the switches of this start that an installed console refuses; none while it runs from a checkout. */
export function refusedSwitches(): readonly string[] {
  if (!isInstalled()) return [];
  return dangerousSwitches({
    hasSwitch: (name) => app.commandLine.hasSwitch(name),
    isRoot: process.getuid?.() === 0,
    isEverydayProfile: isEverydayProfile(),
  });
}

/** Removes variables that would record what is encrypted, before the network starts. Returns those that were set. */
export function removeRecordingVariables(): readonly string[] {
  const found = isInstalled() ? neverInEnvironment.filter((name) => process.env[name] !== undefined) : [];
  for (const name of found) Reflect.deleteProperty(process.env, name);
  return found;
}

function isEverydayProfile(): boolean {
  return realPath(app.getPath('userData')) === realPath(path.join(app.getPath('appData'), app.getName()));
}

/** Links resolved; a folder that does not exist yet has no other name. */
function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}
