/**
 * Cutting texts of strangers for where there is little room. Cut between graphemes, what readers take for one character: never
 * through a family of emoji, a flag, or a letter and its accents.
 */
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A letter may carry hundreds of marks: one grapheme, and more than fits. */
const maxUnitsPerGrapheme = 16;

/** The text on one line, at most `maxGraphemes` with the ellipsis for what is cut off. Blanks and line breaks are folded first. */
export function shortenToLine(text: string, maxGraphemes: number): string {
  const line = foldBlanks(text, maxGraphemes * maxUnitsPerGrapheme + 1);
  const head = headOf(line, maxGraphemes, maxGraphemes * maxUnitsPerGrapheme);
  return head.length < line.length ? `${headOf(line, maxGraphemes - 1, head.length).trimEnd()}…` : head;
}

/** The first graphemes of a text, at most that many of them and that many UTF-16 units. */
export function headOf(text: string, maxGraphemes: number, maxUnits: number): string {
  // The cheapest case is the usual one.
  if (text.length <= maxGraphemes && text.length <= maxUnits) return text;
  const units = text.slice(0, maxUnits);
  let end = 0;
  let count = 0;
  for (const { index, segment } of graphemes.segment(units)) {
    const next = index + segment.length;
    // The last one may go on behind the cut.
    if (count >= maxGraphemes || (next === units.length && units.length < text.length)) break;
    end = next;
    count += 1;
  }
  return end === 0 && maxGraphemes > 0 ? wholeCodePoints(units) : text.slice(0, end);
}

/** Only as much of the text is looked at as can be shown: what is long must not cost more than what is short. */
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
