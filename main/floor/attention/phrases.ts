import { languageNamed, type Language } from './language/small-words';
import { commonness, readPhrase, type GroupOf, type WrittenForm, type WrittenPhrase } from './phrases/phrase-syntax';
import { Search, type Anchor, type Sought, type Span } from './phrases/search';
import { Vocabulary } from './phrases/vocabulary';

/** Phrases that belong together, under the name that a find is told by. */
export interface PhraseList<Name extends string> {
  readonly name: Name;
  /** The language of these phrases, where they belong to one. */
  readonly language: string | null;
  readonly phrases: readonly string[];
  /** Their words count in any form. */
  readonly isAnyForm?: boolean;
  /** What a word in square brackets stands for. */
  readonly groupOf?: GroupOf;
}

export interface FoundPhrase<Name extends string> {
  readonly name: Name;
  readonly language: string | null;
  /** As it was listed. */
  readonly phrase: string;
  /** The words it was found in, from the first to the last. */
  readonly first: number;
  readonly last: number;
}

/** Finds what is listed in the words of a text, in the order of its words. */
export type PhraseFinder<Name extends string> = (
  words: readonly string[],
  text: string,
) => readonly FoundPhrase<Name>[];

interface Phrase<Name extends string> extends Sought {
  readonly name: Name;
  readonly language: string | null;
  readonly listed: string;
}
interface Candidate<Name extends string> {
  readonly phrase: Phrase<Name>;
  readonly anchor: Anchor;
}

const none: readonly never[] = [];
const noGroup: GroupOf = () => null;
const mostFound = 200;

/**
 * Makes lists of phrases ready to be looked for. A phrase is words in a row: a star ends a beginning ("refund*"), a tilde stands
 * for any form of the word ("complain~"), a slash divides alternatives ("boss/manager"), a hyphen joins words within one
 * ("team-leader"), an ellipsis lets up to five other words of the sentence stand between ("speak ... manager"), a plus lets
 * its sides stand in any order ("speak + manager"), and a word in square brackets stands for all of like meaning. With a minus
 * in front it is an exception: what overlaps it is not found. Nothing in a phrase is a pattern, so no phrase and no text can
 * make the looking slow.
 *
 * Every phrase is looked up by its rarest word, so that a line costs one look per word and only phrases that may be meant are
 * tried.
 */
export function createKeywordMatcher<Name extends string>(lists: readonly PhraseList<Name>[]): PhraseFinder<Name> {
  const vocabulary = new Vocabulary();
  const byNumber = new Map<number, Candidate<Name>[]>();
  for (const { name, language, phrases, isAnyForm = false, groupOf = noGroup } of lists) {
    const known = languageNamed(language);
    for (const listed of phrases) {
      const written = readPhrase(listed, isAnyForm, groupOf);
      const [sought, anchors] = numbered(written, known, vocabulary);
      const phrase: Phrase<Name> = { ...sought, name, language, listed: listed.trim() };
      for (const anchor of anchors) {
        const number = anchor.form[anchor.offset];
        if (number === undefined) continue;
        const same = byNumber.get(number);
        if (same === undefined) byNumber.set(number, [{ phrase, anchor }]);
        else same.push({ phrase, anchor });
      }
    }
  }
  if (byNumber.size === 0) return () => none;
  return (words, text) => {
    const numbers = words.map((word) => vocabulary.of(word));
    let search: Search | null = null;
    let found: (FoundPhrase<Name> & { readonly isException: boolean })[] | null = null;
    for (let place = 0; place < words.length; place += 1) {
      for (const number of numbers[place] ?? none) {
        for (const { phrase, anchor } of byNumber.get(number) ?? none) {
          search ??= new Search(numbers, text);
          const span = search.around(phrase, anchor, place);
          if (span === null) continue;
          found ??= [];
          found.push(toldOf(phrase, span));
          if (found.length >= mostFound) return withoutExceptions(found);
        }
      }
    }
    return found === null ? none : withoutExceptions(found);
  };
}

function toldOf<Name extends string>(
  { name, language, listed, isException }: Phrase<Name>,
  { first, last }: Span,
): FoundPhrase<Name> & { readonly isException: boolean } {
  return { name, language, phrase: listed, isException, first, last };
}

function withoutExceptions<Name extends string>(
  all: readonly (FoundPhrase<Name> & { readonly isException: boolean })[],
): readonly FoundPhrase<Name>[] {
  const exceptions = all.filter(({ isException }) => isException);
  return all.filter((one) => !one.isException && !exceptions.some((exception) => isExcepted(one, exception)));
}

function isExcepted(one: FoundPhrase<string>, exception: FoundPhrase<string>): boolean {
  const isSameList = exception.name === one.name && (exception.language ?? one.language) === one.language;
  return isSameList && exception.first <= one.last && one.first <= exception.last;
}

/** A phrase in numbers, and where it is looked up: at the rarest word of each form of its rarest part. */
function numbered(
  { isException, pieces, reach }: WrittenPhrase,
  language: Language | null,
  vocabulary: Vocabulary,
): readonly [Sought, readonly Anchor[]] {
  const rarest = (form: WrittenForm): number => Math.min(...form.map((word) => commonness(word, language)));
  let anchorOf = { piece: 0, part: 0, commonness: Infinity };
  for (const [piece, parts] of pieces.entries()) {
    for (const [part, { forms }] of parts.entries()) {
      const most = Math.max(...forms.map(rarest)) + forms.length;
      if (most < anchorOf.commonness) anchorOf = { piece, part, commonness: most };
    }
  }
  const sought: Sought = {
    isException,
    reach,
    pieces: pieces.map((parts) =>
      parts.map(({ forms, gap }) => ({
        gap,
        forms: forms.map((form) => form.map((word) => vocabulary.numberOf(word, language))),
      })),
    ),
  };
  const { piece, part } = anchorOf;
  const anchors = (pieces[piece]?.[part]?.forms ?? []).map((form, place): Anchor => {
    const offset = form.findIndex((word) => commonness(word, language) === rarest(form));
    return { piece, part, form: sought.pieces[piece]?.[part]?.forms[place] ?? [], offset };
  });
  return [sought, anchors];
}
