import { execFile } from 'node:child_process';
import process from 'node:process';

const question = [
  'call',
  '--session',
  '--timeout=2',
  '--dest=org.freedesktop.DBus',
  '--object-path=/org/freedesktop/DBus',
  '--method=org.freedesktop.DBus.NameHasOwner',
  'org.kde.StatusNotifierWatcher',
];

/**
 * Resolves with whether tray icons are shown: always on Windows and macOS. On Linux an icon can exist without a panel
 * that shows it (default GNOME), and a window hidden to it would be lost. So the bus is queried; no response means no.
 */
export function hasTrayHost(): Promise<boolean> {
  if (process.platform !== 'linux') {
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    execFile('gdbus', question, { timeout: 3000, windowsHide: true }, (failure, output) => {
      resolve(failure === null && output.includes('true'));
    });
  });
}
