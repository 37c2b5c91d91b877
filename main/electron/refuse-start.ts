import process from 'node:process';
import { app, dialog } from 'electron/main';
import { say, setUiLanguage } from '../ui-strings/ui-strings';
import { systemLanguage } from './apply-language';

/**
 * Ends a start with switches that would take protection away. The user of an AppImage did not choose one: its launcher adds
 * `--no-sandbox` where the computer allows no sandbox without rights of its own. A file manager shows no output, so a
 * dialog says it then. Other switches end at once: after `ready` a debugger could attach.
 */
export function refuseStart(switches: readonly string[]): void {
  process.stderr.write(
    `Sightline does not start with --${switches.join(', --')}: it would take its protection away.\n`,
  );
  if (switches.join() !== 'no-sandbox' || process.env['APPIMAGE'] === undefined) {
    app.exit(2);
    return;
  }
  void app
    .whenReady()
    .then(() => {
      setUiLanguage(systemLanguage());
      return dialog.showMessageBox({
        type: 'error',
        title: say('shell.brand'),
        message: say('outside.noSandbox.title'),
        detail: say('outside.noSandbox.text'),
      });
    })
    .finally(() => {
      app.exit(2);
    });
}
