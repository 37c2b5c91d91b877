import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { crashReporter } from 'electron/common';
import { app } from 'electron/main';
import type { CrashDumpFolder } from '../diagnostics/crash-dumps';

/** Keeps a dump of each process that crashes from now on. Nothing is sent. */
export function startCrashDumps(): void {
  crashReporter.start({ uploadToServer: false });
}

/** Dumps lie in different folders below this one, by system and by how far they were processed. */
export const crashDumpFolder: CrashDumpFolder = {
  list: async () => {
    const folder = app.getPath('crashDumps');
    const names = await readdir(folder, { recursive: true });
    const files = names.filter((name) => name.endsWith('.dmp')).map((name) => path.join(folder, name));
    return Promise.all(files.map(async (file) => ({ file, writtenAt: (await stat(file)).mtimeMs })));
  },
  remove: (file) => rm(file, { force: true }),
};
