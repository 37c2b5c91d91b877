import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { crashReporter } from 'electron/common';
import { app } from 'electron/main';
import type { CrashDump, CrashDumpFolder } from '../diagnostics/crash-dumps';

/** Keeps a dump of each process that crashes from now on. Nothing is sent. */
export function startCrashDumps(): void {
  crashReporter.start({ uploadToServer: false });
}

/** Dumps lie in different folders below this one, by system and by how far they were processed. */
export const crashDumpFolder: CrashDumpFolder = {
  list: async () => {
    const folder = app.getPath('crashDumps');
    // Without a crash there is no folder.
    if (!existsSync(folder)) return [];
    const names = await readdir(folder, { recursive: true });
    const files = names.filter((name) => name.endsWith('.dmp')).map((name) => path.join(folder, name));
    return (await Promise.all(files.map(dumpAt))).flat();
  },
  remove: (file) => rm(file, { force: true }),
};

/** A dump is moved while it is processed, so one that was just listed may be gone. */
async function dumpAt(file: string): Promise<readonly CrashDump[]> {
  const found = await stat(file).catch(() => null);
  return found === null ? [] : [{ file, writtenAt: found.mtimeMs }];
}
