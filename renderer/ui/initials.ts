/**
 * One or two letters to recognise a person by: the first of the first and of the last word.
 * Scripts without case or word gaps give their first character. Whole graphemes, so no torn emoji or accents.
 */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s_.\-]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, ''))
    .filter((word) => word !== '');
  const first = words[0];
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  if (first === undefined) return '?';
  return [first, last].map((word) => (word === undefined ? '' : firstGrapheme(word))).join('');
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function firstGrapheme(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment.toUpperCase();
  return '';
}
