import { placesOf } from '../words';

const longestQuote = 60;
const fewestQuotedWords = 4;
const quotation = /[“„«"‟]([^“”„«»"]+)[”“»"]/gu;

/** Returns the words from first to last as written, shortened to one line. */
export function quoteOf(text: string, first: number, last: number): string {
  const places = placesOf(text);
  return shortened(text.slice(places[first]?.[0] ?? 0, places[last]?.[1] ?? text.length));
}

/** Returns a text as one line, cut between words if it is too long. */
export function shortened(text: string): string {
  const line = text
    .slice(0, 4 * longestQuote)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (line.length <= longestQuote) return line;
  const graphemes = [...segmenter.segment(line)].map(({ segment }) => segment);
  if (graphemes.length <= longestQuote) return line;
  const head = graphemes.slice(0, longestQuote).join('');
  const end = head.lastIndexOf(' ');
  return `${(end > longestQuote / 2 ? head.slice(0, end) : head).trimEnd()}…`;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Returns whether these words belong to a longer quotation, such as the text of a policy. */
export function isQuoted(text: string, first: number, last: number): boolean {
  if (!/[“„«"]/u.test(text)) return false;
  const places = placesOf(text);
  const from = places[first]?.[0] ?? 0;
  const to = places[last]?.[1] ?? text.length;
  return [...text.matchAll(quotation)].some(
    ({ index, 0: whole }) =>
      index <= from && to <= index + whole.length && whole.trim().split(/\s+/u).length >= fewestQuotedWords,
  );
}

/** Returns whether the sentence that contains this word is a question. */
export function isAsked(text: string, word: number): boolean {
  const to = placesOf(text)[word]?.[1] ?? 0;
  return /^[^.!。！\n?؟？]*[?؟？]/u.test(text.slice(to));
}
