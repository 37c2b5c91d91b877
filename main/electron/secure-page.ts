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
} as const satisfies WebPreferences;

/** Closes the connections of a partition and deletes everything that it stored. */
export async function forgetPartition(partition: Session): Promise<void> {
  await partition.closeAllConnections();
  await partition.clearStorageData();
  await partition.clearAuthCache();
}
