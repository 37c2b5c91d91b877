import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const locales = fileURLToPath(new URL('../../renderer/locales', import.meta.url));

type Catalogue = Readonly<Record<string, unknown>>;

/** Keeps only these blocks of each catalogue, because a program reads all of its texts at every start. */
export function onlyBlocks(blocks: readonly string[]): Plugin {
  return catalogueLoader('only-blocks', (query) => (query === null ? (block) => blocks.includes(block) : null));
}

/** Makes a catalogue two files: `en.json?first` with these blocks, and `en.json?rest` with the others. */
export function firstAndRest(first: readonly string[]): Plugin {
  return catalogueLoader('first-and-rest', (query) => {
    if (query === 'first') return (block) => first.includes(block);
    return query === 'rest' ? (block) => !first.includes(block) : null;
  });
}

/** `keeping`: which blocks a request for a catalogue gets; `null`: all of them. */
function catalogueLoader(name: string, keeping: (query: string | null) => ((block: string) => boolean) | null): Plugin {
  return {
    name: `sightline:${name}`,
    enforce: 'pre',
    async load(id) {
      const [file = '', query = null] = id.split('?');
      if (path.dirname(file) !== locales || path.extname(file) !== '.json') return null;
      const isKept = keeping(query);
      if (isKept === null) return null;
      const catalogue = JSON.parse(await readFile(file, 'utf8')) as Catalogue;
      return JSON.stringify(Object.fromEntries(Object.entries(catalogue).filter(([block]) => isKept(block))));
    },
  };
}
