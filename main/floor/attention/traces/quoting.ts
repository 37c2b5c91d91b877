import { placesOf } from '../words';

const longestQuote = 60;
const fewestQuotedWords = 4;
const quotation = /[“„«"‟]([^“”„«»"]+)[”“»"]/gu;

/** The written words from the first to the last, cut to what can be shown in one line. */
export function quoteOf(text: string, first: number, last: number): string {
  const places = placesOf(text);
  return shortened(text.slice(places[first]?.[0] ?? 0, places[last]?.[1] ?? text.length));
}

/** A text as one line, cut between its words where it is too long. */
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

/** Whether these words are a quotation of some length: the words of a policy, or of somebody else. */
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

/** Whether the sentence that holds this word is a question. */
export function isAsked(text: string, word: number): boolean {
  const to = placesOf(text)[word]?.[1] ?? 0;
  return /^[^.!。！\n?؟？]*[?؟？]/u.test(text.slice(to));
}
