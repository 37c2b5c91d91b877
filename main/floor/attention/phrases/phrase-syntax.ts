import { isSmallWord, type Language } from '../language/small-words';
import { wordsOf } from '../words';

/** How a word of a phrase is compared: exactly, by its beginning, or in any form and with one typing mistake. */
export type WordMatch = 'exact' | 'beginning' | 'anyForm';

export interface WrittenWord {
  readonly text: string;
  readonly match: WordMatch;
}
/** One or more consecutive words. */
export type WrittenForm = readonly WrittenWord[];
export interface WrittenPart {
  /** Alternatives. */
  readonly forms: readonly WrittenForm[];
  /** Maximum number of other words before this part. */
  readonly gap: number;
}
/** Parts in order. */
export type WrittenPiece = readonly WrittenPart[];

export interface WrittenPhrase {
  readonly isException: boolean;
  /** Pieces in any order. */
  readonly pieces: readonly WrittenPiece[];
  /** Maximum number of other words between two pieces. */
  readonly reach: number;
}

/** Returns the alternatives of a word in square brackets; `null` if there are none. */
export type GroupOf = (word: string) => readonly WrittenForm[] | null;

/** Minimum letters of a beginning; a shorter one would match too many words and is compared exactly. */
export const minBeginning = 3;
/** Maximum number of words for an ellipsis. An exception only affects finds close to it. */
const maxGap = 5;
const maxReach = 8;
const maxGapOfException = 3;

export function readPhrase(listed: string, isAnyForm: boolean, groupOf: GroupOf): WrittenPhrase {
  const isException = /^\s*[-−–]/u.test(listed);
  const widest = isException ? maxGapOfException : maxGap;
  const pieces: WrittenPart[][] = [[]];
  let isApart = false;
  for (const token of listed.replace(/^\s*[-−–]/u, '').split(/\s+/u)) {
    if (token === '+') {
      pieces.push([]);
      isApart = false;
      continue;
    }
    const piece = pieces.at(-1);
    if (piece === undefined) continue;
    if (/^(?:\.{2,}|…)$/u.test(token)) {
      isApart = piece.length > 0;
      continue;
    }
    const forms = token.split('/').flatMap((form) => formsOf(form, isAnyForm, groupOf));
    if (forms.length === 0) continue;
    piece.push({ forms, gap: isApart ? widest : 0 });
    isApart = false;
  }
  const filled = pieces.filter((piece) => piece.length > 0);
  return { isException, pieces: filled, reach: isException ? maxGapOfException : maxReach };
}

function formsOf(written: string, isAnyForm: boolean, groupOf: GroupOf): readonly WrittenForm[] {
  const [, named] = /^\[(.+)\]$/u.exec(written) ?? [];
  if (named === undefined) return formOf(written, isAnyForm);
  return groupOf(named) ?? formsOfGroup(named);
}

/** Parses alternatives that match in any form: "boss/team-leader". */
export function formsOfGroup(words: string): readonly WrittenForm[] {
  return words.split('/').flatMap((form) => formOf(form, true));
}

function formOf(written: string, isAnyForm: boolean): readonly WrittenForm[] {
  const texts = wordsOf(written);
  if (texts.length === 0) return [];
  const isBeginning = written.endsWith('*');
  return [
    texts.map((text, index): WrittenWord => {
      const isCut = isBeginning && index === texts.length - 1 && text.length >= minBeginning;
      if (isCut) return { text, match: 'beginning' };
      return { text, match: isAnyForm || written.endsWith('~') ? 'anyForm' : 'exact' };
    }),
  ];
}

/** Estimates how common a word is; a phrase is looked up by its rarest word. */
export function commonness({ text, match }: WrittenWord, language: Language | null): number {
  if (isSmallWord(text, language)) return 100 - Math.min(text.length, 10);
  return Math.max(1, 20 - text.length) + (match === 'beginning' ? 2 : 0);
}
