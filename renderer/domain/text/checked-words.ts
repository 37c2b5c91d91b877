import type { Chat } from '../../../preload/contract';
import { lookedUpWord, maxWordLength } from '../../../preload/contract/spelling';

/** A word of a text that dictionaries may know. */
export interface CheckedWord {
  /** As it is looked up. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The most words of a text that are checked; the rest of a longer one is not. */
const maxWords = 4_000;

const pieces = /\S+/gu;
/** Addresses, paths, identifiers and mentions: nothing in them is prose. */
const noProse = /:\/\/|[@\\_#{}<>=]|^www\.|^\W*[/~]|[\p{L}\d]\.\p{Ll}{2}/u;
/** Letters and what belongs to a word between them. Invisible characters too: a word with one in it is left alone. */
const runs = /[\p{L}\p{M}\p{N}\p{Cf}'\u2019-]+/gu;
const ends = /^[\p{Cf}'\u2019-]+|[\p{Cf}'\u2019-]+$/gu;
const latinWord = /^[\p{Script=Latin}\p{M}'\u2019-]+$/u;
const capitalInside = /\p{Ll}\p{Lu}/u;

/**
 * Returns the words of a text that can be looked up, in order. Not among them: words with digits, in capitals, with capitals
 * inside, in other letters than Latin, longer than any word, parts of addresses and of code, and these names.
 */
export function checkedWords(text: string, names: ReadonlySet<string>): readonly CheckedWord[] {
  const found: CheckedWord[] = [];
  for (const piece of text.matchAll(pieces)) {
    if (noProse.test(piece[0])) continue;
    for (const run of piece[0].matchAll(runs)) {
      const one = wordIn(run[0], piece.index + run.index);
      if (one === null || isName(one.word, names)) continue;
      found.push(one);
      if (found.length === maxWords) return found;
    }
  }
  return found;
}

function wordIn(run: string, at: number): CheckedWord | null {
  const trimmed = run.replaceAll(ends, '');
  if (trimmed.length < 2 || trimmed.length > maxWordLength || !latinWord.test(trimmed)) return null;
  if (capitalInside.test(trimmed) || trimmed === trimmed.toUpperCase()) return null;
  const start = at + run.indexOf(trimmed);
  return { word: lookedUpWord(trimmed), start, end: start + trimmed.length };
}

function isName(word: string, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  const plain = word.toLowerCase().replace(/'s$/u, '');
  // The genitive of a name: "Kims" in German.
  return names.has(plain) || names.has(plain.replace(/s$/u, '')) || plain.split('-').every((part) => names.has(part));
}

/** Returns the names of the people in a chat. */
export function namesInChat(chat: Pick<Chat, 'customerName' | 'agentName' | 'participants'>): readonly string[] {
  const { customerName, agentName, participants } = chat;
  return [customerName ?? '', agentName ?? '', ...participants.map(({ nickname }) => nickname)];
}

/** Returns the words of names, as `checkedWords` expects them. */
export function wordsOfNames(names: readonly string[]): ReadonlySet<string> {
  const words = names.flatMap((name) => name.split(/[^\p{L}\p{M}'\u2019]+/u));
  return new Set(words.filter((word) => word !== '').map((word) => lookedUpWord(word).toLowerCase()));
}
