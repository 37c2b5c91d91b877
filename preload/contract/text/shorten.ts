/**
 * Shortens untrusted texts. Cuts between graphemes: never inside a family of emoji, a flag, or a letter with its
 * accents.
 */
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A letter may carry hundreds of marks: one grapheme, but too large to show. */
const maxUnitsPerGrapheme = 16;

/**
 * Returns the text on one line of at most `maxGraphemes`, including the ellipsis. Folds blanks and line breaks first.
 */
export function shortenToLine(text: string, maxGraphemes: number): string {
  const line = foldBlanks(text, maxGraphemes * maxUnitsPerGrapheme + 1);
  const head = headOf(line, maxGraphemes, maxGraphemes * maxUnitsPerGrapheme);
  return head.length < line.length ? `${headOf(line, maxGraphemes - 1, head.length).trimEnd()}…` : head;
}

/** Returns the first graphemes of a text within both limits; `maxUnits` counts UTF-16 units. */
export function headOf(text: string, maxGraphemes: number, maxUnits: number): string {
  // Fast path for most texts.
  if (text.length <= maxGraphemes && text.length <= maxUnits) return text;
  const units = text.slice(0, maxUnits);
  let end = 0;
  let count = 0;
  for (const { index, segment } of graphemes.segment(units)) {
    const next = index + segment.length;
    // The last grapheme may continue after the cut.
    if (count >= maxGraphemes || (next === units.length && units.length < text.length)) break;
    end = next;
    count += 1;
  }
  return end === 0 && maxGraphemes > 0 ? wholeCodePoints(units) : text.slice(0, end);
}

/** Reads only as much of the text as can be shown, so that long texts cost no more than short ones. */
function foldBlanks(text: string, maxUnits: number): string {
  let line = '';
  for (const [word] of text.matchAll(/\S+/gu)) {
    line += line === '' ? word : ` ${word}`;
    if (line.length > maxUnits) break;
  }
  return line;
}

function wholeCodePoints(text: string): string {
  return /[\ud800-\udbff]$/u.test(text) ? text.slice(0, -1) : text;
}
