import { wordsOf } from './words';

/** Finds the first listed phrase in a text; `null` when none is in it. */
export type PhraseFinder = (words: readonly string[]) => string | null;

interface Phrase {
  /** As it was listed, without the stars. */
  readonly listed: string;
  readonly words: readonly { readonly text: string; readonly isBeginning: boolean }[];
}

/** A shorter beginning would be found in every other word; it stands for itself. */
const shortestBeginning = 3;

/**
 * Makes a list of phrases ready to be looked for. Phrases are words in a row, compared whole, or by their beginning where a
 * star ends them; nothing in them is a pattern, so no phrase and no text can make the looking slow.
 */
export function phraseFinder(list: readonly string[]): PhraseFinder {
  const byWord = new Map<string, Phrase[]>();
  const byBeginning = new Map<string, Phrase[]>();
  // Most words begin no phrase, and their first letter already says so.
  const firstLetters = new Set<number>();
  for (const phrase of list.map(toPhrase)) {
    const first = phrase.words[0];
    if (first === undefined) continue;
    const [index, key] = first.isBeginning
      ? [byBeginning, first.text.slice(0, shortestBeginning)]
      : [byWord, first.text];
    firstLetters.add(key.charCodeAt(0));
    const same = index.get(key);
    if (same === undefined) index.set(key, [phrase]);
    else same.push(phrase);
  }
  if (byWord.size === 0 && byBeginning.size === 0) return () => null;
  return (words) => {
    for (let place = 0; place < words.length; place += 1) {
      const word = words[place] ?? '';
      if (!firstLetters.has(word.charCodeAt(0))) continue;
      const found =
        byWord.get(word)?.find((phrase) => standsAt(phrase, words, place)) ??
        byBeginning.get(word.slice(0, shortestBeginning))?.find((phrase) => standsAt(phrase, words, place));
      if (found !== undefined) return found.listed;
    }
    return null;
  };
}

function toPhrase(listed: string): Phrase {
  const words = listed.split(/\s+/u).flatMap((part) => {
    const texts = wordsOf(part);
    return texts.map((text, place) => ({
      text,
      isBeginning: part.endsWith('*') && place === texts.length - 1 && text.length >= shortestBeginning,
    }));
  });
  return { listed: listed.replaceAll('*', '').trim(), words };
}

function standsAt({ words: wanted }: Phrase, words: readonly string[], place: number): boolean {
  return wanted.every(({ text, isBeginning }, step) => {
    const word = words[place + step];
    return word !== undefined && (isBeginning ? word.startsWith(text) : word === text);
  });
}
