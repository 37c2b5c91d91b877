import { rangesOf } from '../words';

const maxQuoteLength = 60;
const minQuotedWords = 4;
const quotation = /[“„«"‟]([^“”„«»"]+)[”“»"]/gu;

/** Returns the words from first to last as written, shortened to one line. */
export function quoteOf(text: string, first: number, last: number): string {
  const ranges = rangesOf(text);
  return shortened(text.slice(ranges[first]?.[0] ?? 0, ranges[last]?.[1] ?? text.length));
}

/** Returns a text as one line, cut between words if it is too long. */
export function shortened(text: string): string {
  const line = text
    .slice(0, 4 * maxQuoteLength)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (line.length <= maxQuoteLength) return line;
  const graphemes = [...segmenter.segment(line)].map(({ segment }) => segment);
  if (graphemes.length <= maxQuoteLength) return line;
  const head = graphemes.slice(0, maxQuoteLength).join('');
  const end = head.lastIndexOf(' ');
  return `${(end > maxQuoteLength / 2 ? head.slice(0, end) : head).trimEnd()}…`;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Returns whether these words belong to a longer quotation, such as the text of a policy. */
export function isQuoted(text: string, first: number, last: number): boolean {
  if (!/[“„«"]/u.test(text)) return false;
  const ranges = rangesOf(text);
  const from = ranges[first]?.[0] ?? 0;
  const to = ranges[last]?.[1] ?? text.length;
  return [...text.matchAll(quotation)].some(
    ({ index, 0: whole }) =>
      index <= from && to <= index + whole.length && whole.trim().split(/\s+/u).length >= minQuotedWords,
  );
}

/** Returns whether the sentence that contains this word is a question. */
export function isAsked(text: string, word: number): boolean {
  const to = rangesOf(text)[word]?.[1] ?? 0;
  return /^[^.!。！\n?؟？]*[?؟？]/u.test(text.slice(to));
}
