import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, dialog } from 'electron/main';

/** Asks where to save a file and writes it; false if the user cancelled. Rejects if it could not be written. */
export async function saveFile(suggestedName: string, content: string | Uint8Array): Promise<boolean> {
  const defaultPath = path.join(app.getPath('documents'), suggestedName);
  const { canceled: isCancelled, filePath } = await dialog.showSaveDialog({ defaultPath });
  if (isCancelled || filePath === '') return false;
  await writeFile(filePath, content, { mode: 0o600 });
  return true;
}
