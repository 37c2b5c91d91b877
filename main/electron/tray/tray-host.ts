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
 * Whether something really shows tray icons. Windows and macOS always do. On Linux an icon can be made although no panel
 * shows it (GNOME as it comes), and a window hidden then could not be found again; so the bus is asked, and no answer is no.
 */
export function hasTrayHost(): Promise<boolean> {
  if (process.platform !== 'linux') {
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    execFile('gdbus', question, { timeout: 3000, windowsHide: true }, (failure, answer) => {
      resolve(failure === null && answer.includes('true'));
    });
  });
}
