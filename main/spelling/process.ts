import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadModule } from 'hunspell-asm';
import type { Dictionary } from '../../preload/contract/spelling';
import { isRecord } from '../base/record';
import type { SpellingReply, SpellingRequest } from './messages';
import { Speller, type Lexicon } from './speller';

/** The parent port of a utility process, declared here because this module must not depend on electron. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(reply: SpellingReply): void;
}

/** Only main sends requests, so their shape is not checked further. */
function isRequest(value: unknown): value is SpellingRequest {
  return isRecord(value) && typeof value['id'] === 'number' && isRecord(value['question']);
}

/** Hunspell expects a name that CommonJS modules have; it reads no file by it. */
function loadHunspell(): ReturnType<typeof loadModule> {
  Object.assign(globalThis, { __dirname: import.meta.dirname });
  return loadModule();
}

/** Returns a function that reads a dictionary into Hunspell, from the folder that is named for it. */
export function openDictionaries(
  folderOf: (dictionary: Dictionary) => string,
): (dictionary: Dictionary) => Promise<Lexicon> {
  let hunspell: ReturnType<typeof loadModule> | null = null;
  return async (dictionary) => {
    hunspell ??= loadHunspell();
    const factory = await hunspell;
    const mounted = ['aff', 'dic'].map(async (ending) => {
      const content = await readFile(path.join(folderOf(dictionary), `index.${ending}`));
      return factory.mountBuffer(content, `${dictionary}.${ending}`);
    });
    const [rules = '', words = ''] = await Promise.all(mounted);
    return factory.create(rules, words);
  };
}

const unreadable = (id: number) => (): SpellingReply => ({ id, words: null, isUnreadable: true });

/** Answers the requests of the parent process, one after the other. */
function serveParent(port: ParentPort, speller: Speller): void {
  let queue: Promise<void> = Promise.resolve();
  port.on('message', ({ data }) => {
    if (!isRequest(data)) return;
    const { id, question } = data;
    queue = queue.then(async () => {
      const found =
        question.type === 'check'
          ? speller.misspelt(question.words, question.use)
          : speller.suggest(question.word, question.use);
      port.postMessage(await found.then((words) => ({ id, words }), unreadable(id)));
    });
  });
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
const folder = process.argv[2];
if (parentPort !== undefined && folder !== undefined)
  serveParent(parentPort, new Speller(openDictionaries((dictionary) => path.join(folder, dictionary))));
