import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { shell } from 'electron/common';
import { app } from 'electron/main';
import { isInstalled } from './installed';
import { logFileName } from './log-file';
import { isWayland } from './wayland';

/** Versions and properties of the runtime and the computer; none names a person or the computer. */
export function systemVersions(): readonly (readonly [name: string, value: string])[] {
  const { electron, chrome, node } = process.versions;
  return [
    ['Electron', electron],
    ['Chromium', chrome],
    ['Node', node],
    ['system', `${os.type()} ${os.release()} ${os.arch()}`],
    ...(process.platform === 'linux' ? [['display', isWayland() ? 'Wayland' : 'X11'] as const] : []),
    ['locale', app.getLocale()],
    ['packaged', String(isInstalled())],
    ['running since', new Date(Date.now() - process.uptime() * 1_000).toISOString()],
  ];
}

/** Shows the log in the file manager. */
export function showLogFile(): void {
  shell.showItemInFolder(path.join(app.getPath('logs'), logFileName));
}
