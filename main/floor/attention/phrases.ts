import { languageNamed, type Language } from './language/small-words';
import { commonness, readPhrase, type GroupOf, type WrittenForm, type WrittenPhrase } from './phrases/phrase-syntax';
import { Search, type Anchor, type Sought, type Span } from './phrases/search';
import { Vocabulary } from './phrases/vocabulary';

/** A list of phrases and the name that its finds carry. */
export interface PhraseList<Name extends string> {
  readonly name: Name;
  /** Language of these phrases; `null` if they belong to none. */
  readonly language: string | null;
  readonly phrases: readonly string[];
  /** Matches any form of the words. */
  readonly isAnyForm?: boolean;
  /** Returns the alternatives for a word in square brackets. */
  readonly groupOf?: GroupOf;
}

export interface FoundPhrase<Name extends string> {
  readonly name: Name;
  readonly language: string | null;
  /** The phrase as listed. */
  readonly phrase: string;
  /** Word indexes of the find, first and last inclusive. */
  readonly first: number;
  readonly last: number;
}

/** Finds listed phrases in the words of a text, in text order. */
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
const maxFound = 200;

/**
 * Compiles phrase lists to a matcher. Syntax of a phrase, which is words in a row: a star ends a beginning ("refund*"),
 * a tilde matches any form ("complain~"), a slash separates alternatives ("boss/manager"), a hyphen joins words
 * ("team-leader"). An ellipsis allows up to five other words of the sentence ("speak ... manager"), a plus allows any
 * order ("speak + manager"), and square brackets match any word of like meaning. A leading minus is an exception: finds
 * that overlap it are dropped. Phrases are not patterns, so no phrase and no text can make matching slow.
 *
 * Every phrase is indexed by its rarest word, so an entry costs one lookup per word and only likely phrases are tried.
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
    for (let index = 0; index < words.length; index += 1) {
      for (const number of numbers[index] ?? none) {
        for (const { phrase, anchor } of byNumber.get(number) ?? none) {
          search ??= new Search(numbers, text);
          const span = search.around(phrase, anchor, index);
          if (span === null) continue;
          found ??= [];
          found.push(findOf(phrase, span));
          if (found.length >= maxFound) return withoutExceptions(found);
        }
      }
    }
    return found === null ? none : withoutExceptions(found);
  };
}

function findOf<Name extends string>(
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

/**
 * Converts a phrase to word numbers, with the anchor that it is looked up by: the rarest word of each form of its
 * rarest part.
 */
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
  const anchors = (pieces[piece]?.[part]?.forms ?? []).map((form, index): Anchor => {
    const offset = form.findIndex((word) => commonness(word, language) === rarest(form));
    return { piece, part, form: sought.pieces[piece]?.[part]?.forms[index] ?? [], offset };
  });
  return [sought, anchors];
}
