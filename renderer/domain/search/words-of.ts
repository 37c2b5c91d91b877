export interface FoundWord {
  readonly word: string;
  /** The start in the folded text. */
  readonly at: number;
}

const asciiOnly = /^[\u0000-\u007f]*$/u;
const asciiWord = /[a-z\d]+|\$/gu;
/** Scripts without spaces, emoji and currency signs: each character is a word. */
const alone =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Extended_Pictographic}\\p{Sc}]';
const anyWord = new RegExp(`${alone}\\p{M}*|(?:(?!${alone})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** The words of a folded text, in order. */
export function wordsOf(folded: string): readonly string[] {
  return folded.match(asciiOnly.test(folded) ? asciiWord : anyWord) ?? [];
}

/** The words of a folded text with their positions. */
export function wordPlaces(folded: string): readonly FoundWord[] {
  const pattern = asciiOnly.test(folded) ? asciiWord : anyWord;
  return [...folded.matchAll(pattern)].map((match) => ({ word: match[0], at: match.index }));
}
