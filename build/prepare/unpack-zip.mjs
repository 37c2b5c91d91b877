import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const permissionBits = 0o777;

/**
 * Unpacks the entries for which `placeOf` returns a path, with their permissions.
 * @param {string} zipPath
 * @param {string} folder
 * @param {(entryName: string) => string | null} placeOf
 * @param {(position: string) => void} moveTo
 */
export async function unpackZip(zipPath, folder, placeOf, moveTo) {
  const { open } = (await import('yauzl')).default;
  /** @type {import('yauzl').ZipFile} */
  const zip = await new Promise((resolve, reject) => {
    open(zipPath, { lazyEntries: true }, (failure, opened) => (failure ? reject(failure) : resolve(opened)));
  });
  let seen = 0;
  const unpackOne = async (/** @type {import('yauzl').Entry} */ entry) => {
    const place = placeOf(entry.fileName);
    if (place === null) return;
    const target = join(folder, place);
    await mkdir(dirname(target), { recursive: true });
    /** @type {import('node:stream').Readable} */
    const content = await new Promise((resolve, reject) => {
      zip.openReadStream(entry, (failure, stream) => (failure ? reject(failure) : resolve(stream)));
    });
    const mode = (entry.externalFileAttributes >>> 16) & permissionBits;
    await pipeline(content, createWriteStream(target, { mode: mode || 0o644 }));
  };
  await new Promise((resolve, reject) => {
    zip.on('end', resolve);
    zip.on('error', reject);
    zip.on('entry', (/** @type {import('yauzl').Entry} */ entry) => {
      seen += 1;
      moveTo(`${Math.round((100 * seen) / zip.entryCount)} %`);
      unpackOne(entry).then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });
}
