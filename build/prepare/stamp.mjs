import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { checkout } from './paths.mjs';

/**
 * Returns one hash of several parts, including their boundaries.
 * @param {readonly (string | Buffer)[]} parts
 */
export function hashOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(`${Buffer.byteLength(part)}:`);
    hash.update(part);
  }
  return hash.digest('hex');
}

/**
 * Returns one hash of files and folders of the checkout, by name and content.
 * @param {readonly string[]} paths
 * @param {(file: string) => boolean} [counts] selects the files in the folders
 */
export async function hashOfPaths(paths, counts = () => true) {
  const files = (await Promise.all(paths.map(filesUnder))).flat().filter(counts).sort();
  const contents = await Promise.all(files.map((file) => readFile(join(checkout, file))));
  return hashOf(files.flatMap((file, index) => [file, contents[index] ?? '']));
}

/** @param {string} path */
async function filesUnder(path) {
  if ((await stat(join(checkout, path))).isFile()) return [path];
  const entries = await readdir(join(checkout, path), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(checkout, join(entry.parentPath, entry.name)));
}

/**
 * Returns the SHA-256 of a file that may be too large for memory.
 * @param {string} path
 */
export async function hashOfFile(path) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/**
 * Returns whether the stamp at `path` equals `expected`; a missing or unreadable one does not.
 * @param {string} path
 * @param {string} expected
 */
export async function isStamped(path, expected) {
  try {
    return (await readFile(path, 'utf8')).trim() === expected;
  } catch {
    return false;
  }
}

/**
 * @param {string} path
 * @param {string} content
 */
export async function writeStamp(path, content) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${content}\n`);
}
