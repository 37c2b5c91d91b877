import { foldWithPlaces } from '../../../preload/contract/text/fold-text';
import { withoutInvisible } from '../text/invisible-characters';
import { matchesAt, type SearchQuery } from './search-query';
import { wordPlaces } from './words-of';

export interface SnippetPiece {
  readonly text: string;
  readonly isFound: boolean;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The number of characters before the first match, for context. */
const leadLength = 40;
const longest = 180;

/** One line of the text around the first match, split into pieces, with the matches marked. */
export function snippetOf(text: string, query: SearchQuery): readonly SnippetPiece[] {
  const found = foundIn(text, query);
  const first = found[0]?.from ?? 0;
  const from = first > leadLength * 1.5 ? wordStart(text, first - leadLength) : 0;
  const to = text.length - from > longest ? wordStart(text, from + longest) : text.length;
  const pieces: SnippetPiece[] = [];
  const add = (start: number, end: number, isFound: boolean): void => {
    const part = withoutInvisible(text.slice(start, end)).replaceAll(/\s+/gu, ' ');
    if (part !== '') pieces.push({ text: part, isFound });
  };
  if (from > 0) pieces.push({ text: '…', isFound: false });
  let done = from;
  for (const stretch of found) {
    if (stretch.to > to) break;
    add(done, stretch.from, false);
    add(stretch.from, stretch.to, true);
    done = stretch.to;
  }
  add(done, to, false);
  if (to < text.length) pieces.push({ text: '…', isFound: false });
  return pieces;
}

/** The positions of the matches, in order and without overlaps. */
function foundIn(text: string, query: SearchQuery): readonly Stretch[] {
  const { folded, places } = foldWithPlaces(text);
  const found = wordPlaces(folded);
  const words = found.map(({ word }) => word);
  const stretches: Stretch[] = [];
  for (let place = 0; place < words.length; place += 1) {
    const term = longestAt(query, words, place);
    const begin = found[place];
    const last = found[place + (term?.words.length ?? 1) - 1];
    if (term === undefined || begin === undefined || last === undefined) continue;
    const length = term.isOpen ? (term.words.at(-1)?.length ?? 0) : last.word.length;
    const lastUnit = places[last.at + length - 1] ?? 0;
    // A combining mark removed by folding belongs to its letter; if a letter became two, half a match covers all of it.
    const to = Math.max(places[last.at + length] ?? text.length, lastUnit + 1);
    stretches.push({ from: places[begin.at] ?? 0, to });
    place += term.words.length - 1;
  }
  return stretches;
}

function longestAt(query: SearchQuery, words: readonly string[], place: number) {
  const matched = query.filter((term) => matchesAt(term, words, place));
  const length = (term: SearchQuery[number]): number => term.words.join(' ').length;
  return matched.toSorted((one, other) => length(other) - length(one))[0];
}

/** The start of the word at or near a position, never inside a surrogate pair. */
function wordStart(text: string, place: number): number {
  const space = text.indexOf(' ', place);
  const start = space >= 0 && space - place < 24 ? space + 1 : place;
  return /^[\udc00-\udfff]/u.test(text.slice(start, start + 1)) ? start - 1 : start;
}
