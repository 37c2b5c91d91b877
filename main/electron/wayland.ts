import { spawn } from 'node:child_process';
import process from 'node:process';
import { app } from 'electron/main';
import type { Logger } from '../base/log';
import { usesWayland } from '../shell/display-server';

/** Returns whether windows are shown through Wayland. */
export function isWayland(): boolean {
  return (
    process.platform === 'linux' &&
    usesWayland({
      platformSwitch: app.commandLine.getSwitchValue('ozone-platform'),
      hintSwitch: app.commandLine.getSwitchValue('ozone-platform-hint'),
      electronMajor: Number.parseInt(process.versions.electron, 10),
      env: process.env,
    })
  );
}

/**
 * Gives Chromium the activation token that came with a click on a notification. Electron takes one only from a second
 * start, which passes it to this instance and ends; the event `second-instance` then brings the window forward with it.
 */
export function passActivationToken(token: string, log: Logger): void {
  const second = spawn(process.execPath, process.argv.slice(1), {
    ...{ detached: true, stdio: 'ignore' },
    env: { ...process.env, XDG_ACTIVATION_TOKEN: token },
  });
  second.once('error', (cause) => {
    log.warn('activation token could not be passed on', { cause });
  });
  second.unref();
}
