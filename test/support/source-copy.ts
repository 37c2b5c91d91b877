import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = fileURLToPath(new URL('../../', import.meta.url));
const parts = ['main', 'preload', 'renderer', 'test', 'build', 'package.json'];

/** A change of a source file, relative to the checkout. */
export interface SourceEdit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A copy of the sources in which protections can be removed; the checkout stays unchanged. */
export class SourceCopy {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** `more`: further files and folders of the checkout that the work needs. */
  static async open(more: readonly string[] = []): Promise<SourceCopy> {
    const folder = await mkdtemp(path.join(tmpdir(), 'sightline-copy-'));
    for (const part of [...parts, ...more]) {
      await cp(path.join(checkout, part), path.join(folder, part), { recursive: true });
    }
    await symlink(path.join(checkout, 'node_modules'), path.join(folder, 'node_modules'));
    return new SourceCopy(folder);
  }

  /** Works with these edits, and takes them back. */
  async edited<T>(edits: readonly SourceEdit[], work: () => Promise<T>): Promise<T> {
    const originals = new Map<string, string>();
    try {
      for (const { file, find, replace } of edits) {
        const edited = path.join(this.folder, file);
        const text = await readFile(edited, 'utf8');
        if (!originals.has(edited)) originals.set(edited, text);
        await writeFile(
          edited,
          text.replace(find, () => replace),
        );
      }
      return await work();
    } finally {
      for (const [edited, text] of originals) await writeFile(edited, text);
    }
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** How often the checkout has the text that an edit replaces. */
export async function timesFound({ file, find }: SourceEdit): Promise<number> {
  return (await readFile(path.join(checkout, file), 'utf8')).split(find).length - 1;
}
