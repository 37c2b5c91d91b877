import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DesktopProgram } from './desktop-program';

/** Selects this store; otherwise Chromium decides by the name of the desktop. */
export const keyringFlag = '--password-store=gnome-libsecret';

/** An unlocked secret store with a keyring of its own. */
export function startKeyring(environment: Readonly<Record<string, string>>): DesktopProgram {
  const folder = mkdtempSync(path.join(tmpdir(), 'sightline-keyring-'));
  const flags = ['--foreground', '--unlock', '--components=secrets'];
  const own = { HOME: folder, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder };
  return DesktopProgram.start('gnome-keyring-daemon', flags, { ...environment, ...own }, 'password\n');
}
