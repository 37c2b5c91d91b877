import { app, session } from 'electron/main';
import type { Logger } from '../base/log';
import { runInBackground } from '../base/run-in-background';
import { denyNavigation, denyNetwork, denyPermissions } from './page-guards';

/**
 * Guards every page of the process: no navigation, no new windows, no embedding, no permissions. Sign-in windows
 * navigate within what `letOpenPages` allows; the rest applies to them too. Must start before the first window.
 */
export function guardWebContents(log: Logger): void {
  app.on('web-contents-created', (_created, contents) => {
    denyNavigation(contents, log);
  });
  app.on('session-created', denyPermissions);
  denyPermissions(session.defaultSession);
  runInBackground(denyNetwork(session.defaultSession), 'closing the network to our pages', log);
}
