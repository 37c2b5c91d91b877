/** Maximum characters read: more than anyone writes, and few enough to bound the cost of a flood. */
const maxRead = 20_000;

/** ASCII text, which is most of it, takes a fast path. */
const plain = /^[\u0000-\u007f]*$/u;
/** "don't" is one word, "it's" is "it"; the French "l'avocat" stays two words. */
const plainWords = /[a-z0-9]+(?:'(?:t|m|s|re|ve|ll|d)(?![a-z0-9]))?/gu;
/** Invisible format characters inside a word do not split it. */
const anyWords = /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200f\u2060]+(?:['’](?:t|m|s|re|ve|ll|d)(?![\p{L}\p{N}\p{M}]))?/giu;
const stretched = /(\p{L})\1{2,}/gu;
const arabic = /[\u0600-\u06ff]/u;
/** Scripts without spaces. Each Han or kana character counts as a word; the others are segmented. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
const charByChar = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;

/** Equivalent letters that Unicode does not decompose. */
const sameAs: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};

/** Words of a text and how each one was written; both lists have the same length. */
export interface CutText {
  readonly words: readonly string[];
  readonly written: readonly string[];
}

/** Start and end of a word in its text. */
export type TextRange = readonly [from: number, to: number];

/**
 * Returns the words of a text without case and accents, so that "KÜNDIGEN" equals "kundigen". Arabic also loses marks,
 * the stretching character, and the article with its prefixes: "والمدير" becomes "مدير". Stretched letters count once
 * ("pleeease"), and scripts without spaces are split.
 */
export function wordsOf(text: string): readonly string[] {
  return cut(text).words;
}

export function cut(text: string): CutText {
  const head = text.slice(0, maxRead);
  if (plain.test(head)) {
    const written = head.toLowerCase().match(plainWords) ?? [];
    return { words: hasSpecialPlain.test(head) ? written.map(foldPlain) : written, written };
  }
  const words: string[] = [];
  const written: string[] = [];
  for (const raw of head.match(anyWords) ?? []) {
    for (const word of folded(raw)) {
      words.push(word);
      written.push(raw);
      // One character may expand to a whole sentence.
      if (words.length >= maxRead) return { words, written };
    }
  }
  return { words, written };
}

/** Returns the positions of the words. Computed only after a find, so it is not stored with the words. */
export function rangesOf(text: string): readonly TextRange[] {
  const head = text.slice(0, maxRead);
  const isPlain = plain.test(head);
  const ranges: TextRange[] = [];
  for (const { 0: raw, index } of (isPlain ? head.toLowerCase() : head).matchAll(isPlain ? plainWords : anyWords)) {
    const whole: TextRange = [index, index + raw.length];
    if (isPlain) ranges.push(whole);
    else if (unspaced.test(raw)) ranges.push(...unspacedParts(raw, index).map(({ range }) => range));
    else ranges.push(...folded(raw).map(() => whole));
  }
  return ranges;
}

const hasSpecialPlain = /'|([a-z])\1\1/iu;

function foldPlain(word: string): string {
  return withoutStretch(word.endsWith("'s") ? word.slice(0, -2) : word.replace("'", ''));
}

function withoutStretch(word: string): string {
  return word.replaceAll(stretched, '$1');
}

const maxCachedLength = 32;
const maxCached = 20_000;
const cache = new Map<string, readonly string[]>();

/** Folds a raw word; cached, because floors use few different words. */
function folded(raw: string): readonly string[] {
  if (raw.length > maxCachedLength) return fold(raw);
  const known = cache.get(raw);
  if (known !== undefined) return known;
  if (cache.size >= maxCached) cache.clear();
  const words = fold(raw);
  cache.set(raw, words);
  return words;
}

function fold(raw: string): readonly string[] {
  return unspaced.test(raw) ? unspacedParts(raw, 0).map(({ word }) => word) : foldSpaced(raw);
}

function foldSpaced(raw: string): readonly string[] {
  const letters = raw
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}ـ]/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøłđıىیکة]/gu, (letter) => sameAs[letter] ?? letter)
    .slice(0, maxRead);
  const words = letters.match(/[\p{L}\p{N}]+(?:['’][a-z]+)?/gu) ?? [];
  return words.map((word) => {
    if (arabic.test(word)) return withoutStretch(withoutArticle(word));
    return withoutStretch(/['’]s$/u.test(word) ? word.slice(0, -2) : word.replace(/['’]/u, ''));
  });
}

function unspacedParts(raw: string, from: number): readonly { readonly word: string; readonly range: TextRange }[] {
  const parts: { readonly word: string; readonly range: TextRange }[] = [];
  for (const { segment, index } of segmenter().segment(raw)) {
    let start = from + index;
    for (const piece of charByChar.test(segment) ? segment : [segment]) {
      const range: TextRange = [start, start + piece.length];
      const words = unspaced.test(piece) ? [piece.normalize('NFKC').toLowerCase()] : foldSpaced(piece);
      parts.push(...words.filter((word) => /[\p{L}\p{N}]/u.test(word)).map((word) => ({ word, range })));
      start += piece.length;
    }
  }
  return parts;
}

let ownSegmenter: Intl.Segmenter | null = null;
function segmenter(): Intl.Segmenter {
  ownSegmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return ownSegmenter;
}

function withoutArticle(word: string): string {
  return word.replace(/^[وف]?(?:[بك]?ال|لل)(?=\p{L}{3})/u, '');
}
