/**
 * Returns one or two letters for a name: the first of its first and of its last word. Scripts without case or word gaps
 * yield their first character. Graphemes are never split.
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
