import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';

type Spoil = (file: string, good: Buffer) => Promise<void>;

const text =
  (content: string): Spoil =>
  (file) =>
    writeFile(file, content);
const cutAt =
  (share: number): Spoil =>
  (file, good) =>
    writeFile(file, good.subarray(0, Math.floor(good.length * share)));
const instead =
  (make: (file: string) => Promise<unknown>): Spoil =>
  async (file) => {
    await rm(file);
    await make(file);
  };

/** Settings files as found after a full disk, a power failure, a manual edit or another program's write. */
export const corruptShapes: Readonly<Record<string, Spoil>> = {
  empty: text(''),
  blank: text('   '),
  'a new line': text('\n'),
  'ten NULs': text('\0'.repeat(10)),
  'as many NULs as it was long': (file, good) => writeFile(file, Buffer.alloc(good.length)),
  'a tail of NULs': (file, good) =>
    writeFile(file, Buffer.concat([good.subarray(0, 40), Buffer.alloc(good.length - 40)])),
  'its first byte': text('{'),
  'a quarter': cutAt(0.25),
  'one half': cutAt(0.5),
  'all but the last byte': (file, good) => writeFile(file, good.subarray(0, good.lastIndexOf('}'))),
  'one block of it': (file, good) => writeFile(file, good.subarray(0, 512)),
  'itself twice': (file, good) => writeFile(file, Buffer.concat([good, good])),
  'rubbish behind it': (file, good) => writeFile(file, Buffer.concat([good, Buffer.from('}}')])),
  null: text('null'),
  'a list': text('[]'),
  'a number': text('5'),
  'a word': text('"settings"'),
  true: text('true'),
  'choices that are a number': text('{"settings":5}'),
  'choices that are null': text('{"settings":null}'),
  'choices that are a list': text('{"settings":[]}'),
  'a profile that is a word': text('{"profile":"x"}'),
  'a window that is zero': text('{"window":0}'),
  'brackets without end': text('['.repeat(200_000)),
  'a web page': text('<!doctype html><title>Sign in to the network</title>'),
  'a comma too many': text('{"settings":{"number":99},}'),
  'random bytes': (file) => writeFile(file, Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256))),
  'another encoding': (file, good) => writeFile(file, Buffer.from(good.toString('utf8'), 'utf16le')),
  'a folder': instead((file) => mkdir(file)),
  'a link to nowhere': instead((file) => symlink('/nowhere/at/all', file)),
};
