/**
 * Folds text for comparison: no case, no accents, one form for variants of Arabic letters, digits and signs, no
 * invisible characters. All searches in windows and main use it, with the same result in every system language. It
 * folds one code point at a time, so that a find can be mapped to the original text.
 */

/**
 * Combining signs that searches ignore: accents, Arabic and Hebrew vowels. Those that form another letter (Indic, kana)
 * stay.
 */
const droppedMarks =
  /[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Letters that have no decomposition although people type them another way. */
const sameAs: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  ё: 'е',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ہ: 'ه',
  ک: 'ك',
  ٱ: 'ا',
};

/** Apostrophes and hyphens, which people type as the one on their keyboard. */
const apostrophe = /[\u0060\u00b4\u02b9\u02bb\u02bc\u02bd\u02c8\u2018\u2019\u201b\u2032\uff07]/u;
const hyphen = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/u;

const onlyAscii = /^[\u0000-\u007f]*$/u;
const known = new Map<string, string>();
/** Limit of the cache: a chat may contain every character there is. */
const maxKnown = 20_000;

/** Returns the folded text. */
export function foldText(text: string): string {
  if (onlyAscii.test(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

export interface FoldedText {
  readonly folded: string;
  /** Offset in the original of each folded character, and at the end the length of the original. */
  readonly places: readonly number[];
}

/** Returns the folded text with the offsets in the original. */
export function foldWithPlaces(text: string): FoldedText {
  const places: number[] = [];
  let folded = '';
  let place = 0;
  for (const character of text) {
    const part = foldCharacter(character);
    for (let unit = 0; unit < part.length; unit += 1) places.push(place);
    folded += part;
    place += character.length;
  }
  places.push(text.length);
  return { folded, places };
}

function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = '';
    for (const part of keyboardSign(character).normalize('NFKD').replaceAll(droppedMarks, '').toLowerCase()) {
      folded += sameAs[part] ?? asciiDigit(part) ?? part;
    }
    if (known.size >= maxKnown) known.clear();
    known.set(character, folded);
  }
  return folded;
}

function keyboardSign(character: string): string {
  if (apostrophe.test(character)) return "'";
  return hyphen.test(character) ? '-' : character;
}

/** Maps Arabic and Persian digits to ASCII digits. */
function asciiDigit(character: string): string | undefined {
  const code = character.charCodeAt(0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  return undefined;
}
