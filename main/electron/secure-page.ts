import type { Session, WebPreferences } from 'electron/main';

/** What every page of the program is denied, ours and those of others. */
export const securePage = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  // A middle click opens nothing.
  disableBlinkFeatures: 'Auxclick',
} as const satisfies WebPreferences;

/** Preferences of our own pages. Developer tools would give the user of an installed console the page's rights. */
export function ownPage(isInstalled: boolean): WebPreferences {
  return { ...securePage, devTools: !isInstalled };
}

/** Closes the connections of a partition and deletes everything that it stored. */
export async function forgetPartition(partition: Session): Promise<void> {
  await partition.closeAllConnections();
  await partition.clearStorageData();
  await partition.clearAuthCache();
}
