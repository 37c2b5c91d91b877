import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { JournalStorage } from './journal-storage';

/** The journal concerns the owner of the account alone. */
const fileMode = 0o600;
const folderMode = 0o700;

/** Stores a journal in a folder of its own. The folder is created with the first file. */
export function createDiskStorage(folder: string): JournalStorage {
  const at = (name: string): string => path.join(folder, name);
  let current: { readonly name: string; readonly handle: FileHandle } | null = null;

  const closeCurrent = async (): Promise<void> => {
    const { handle } = current ?? {};
    current = null;
    await handle?.close();
  };
  const handleOf = async (name: string): Promise<FileHandle> => {
    if (current?.name === name) return current.handle;
    await closeCurrent();
    await mkdir(folder, { recursive: true, mode: folderMode });
    // `a` would ignore the offset, and `r+` does not create the file.
    const handle = await open(at(name), 'r+').catch(() => open(at(name), 'wx+', fileMode));
    current = { name, handle };
    return handle;
  };

  return {
    list: async () => {
      const names = await readdir(folder).catch(emptyIfMissing);
      return Promise.all(
        names.map(async (name) => {
          const { size, mtimeMs } = await stat(at(name));
          return { name, bytes: size, changedAt: mtimeMs };
        }),
      );
    },
    read: (name) => readFile(at(name), 'utf8').catch(nullIfMissing),
    write: async (name, offset, text) => {
      try {
        const handle = await handleOf(name);
        await handle.truncate(offset);
        const bytes = Buffer.from(text, 'utf8');
        let written = 0;
        while (written < bytes.length) {
          const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, offset + written);
          written += bytesWritten;
        }
        await handle.datasync();
      } catch (cause) {
        // A handle on a folder that was removed would never write again.
        await closeCurrent().catch(() => undefined);
        throw cause;
      }
    },
    replace: async (name, text) => {
      await mkdir(folder, { recursive: true, mode: folderMode });
      const draft = at(`${name}.new`);
      const handle = await open(draft, 'w', fileMode);
      try {
        await handle.writeFile(text);
        await handle.datasync();
      } finally {
        await handle.close();
      }
      await rename(draft, at(name));
    },
    remove: async (name) => {
      if (current?.name === name) await closeCurrent();
      await rm(at(name), { force: true });
    },
    close: closeCurrent,
  };
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}

function emptyIfMissing(cause: unknown): string[] {
  if (isMissing(cause)) return [];
  throw cause;
}

function nullIfMissing(cause: unknown): null {
  if (isMissing(cause)) return null;
  throw cause;
}
