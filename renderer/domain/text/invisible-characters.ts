/**
 * Invisible characters and those that control the direction of others. An untrusted text may use them to show something
 * other than it says, so they are made visible and isolated. Joiners (U+200C, U+200D) stay: emoji and Persian need
 * them.
 */
const marks: Readonly<Record<number, string>> = {
  0x061c: 'ALM',
  0x200b: 'ZWSP',
  0x200e: 'LRM',
  0x200f: 'RLM',
  0x202a: 'LRE',
  0x202b: 'RLE',
  0x202c: 'PDF',
  0x202d: 'LRO',
  0x202e: 'RLO',
  0x2060: 'WJ',
  0x2066: 'LRI',
  0x2067: 'RLI',
  0x2068: 'FSI',
  0x2069: 'PDI',
  0xfeff: 'BOM',
};

const oneMark =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;
const everyMark = new RegExp(oneMark.source, 'gu');
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export type MarkedPiece =
  | { readonly kind: 'text'; readonly text: string }
  /** `name` is a short label, e.g. `RLO`, or the code point. `count` is the length of the run. */
  | { readonly kind: 'mark'; readonly text: string; readonly name: string; readonly count?: number };

export function hasMarks(text: string): boolean {
  return oneMark.test(text);
}

/** More than a legitimate text contains in a row: combining marks, spaces, line breaks. */
const maxCombining = 8;
const maxBlanks = 100;
const maxBreaks = 5;

/** One control character and its repetitions, or spaces or combining marks that may be a flood. */
const piece = new RegExp(`(${oneMark.source})\\1*|\\p{M}{${maxCombining + 1},}|\\s{${maxBreaks + 1},}`, 'gu');
const lineBreak = /\r\n|[\n\r\u2028\u2029]/gu;

/**
 * Splits a text into pieces that together are exactly the text, with the invisible characters in pieces of their own. A
 * flood (a repeated character, empty lines, stacked marks) is one piece with its count.
 */
export function splitAtInvisible(text: string): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(piece)) {
    const mark = markOf(match[0], match[1]);
    if (mark === null) continue;
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) });
    pieces.push(mark);
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

/** `null`: spaces that are no flood. */
function markOf(text: string, steering: string | undefined): MarkedPiece | null {
  if (steering !== undefined) return counted(text, nameOf(steering), text.length / steering.length);
  if (/^\s/u.test(text)) {
    const breaks = text.match(lineBreak)?.length ?? 0;
    if (breaks > maxBreaks) return counted(text, '\u21b5', breaks);
    return text.length > maxBlanks ? counted(text, '\u2423', text.length) : null;
  }
  return counted(text, nameOf(text), Array.from(text).length);
}

function counted(text: string, name: string, count: number): MarkedPiece {
  return count === 1 ? { kind: 'mark', text, name } : { kind: 'mark', text, name, count };
}

/** The text without control characters and floods, for texts too long to render in pieces. */
export function withoutFloods(text: string): string {
  return splitAtInvisible(text)
    .map((one) => (one.kind === 'text' ? one.text : one.name === '\u21b5' ? '\n' : ' '))
    .join('');
}

/** Removes the invisible characters, for names and one-line previews. */
export function withoutInvisible(text: string): string {
  return text.replaceAll(everyMark, '');
}

/**
 * A name for use inside a sentence, without an effect on its direction. Only right-to-left names get Unicode isolates;
 * others stay unchanged, so that they can be searched and copied.
 */
export function isolateBidi(name: string): string {
  const clean = withoutInvisible(name);
  return rightToLeft.test(clean) ? `\u2068${clean}\u2069` : clean;
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return marks[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A name for use in our texts; empty if it is missing or has no visible character. */
export function plainName(name: string | null | undefined): string {
  return withoutInvisible(name ?? '').trim();
}
