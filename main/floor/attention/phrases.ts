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
export interface PhraseMatcher<Name extends string> {
  (words: readonly string[], text: string): readonly FoundPhrase<Name>[];
  /** Prepares up to `mostPhrases` more phrases; returns whether all are prepared. A search prepares the rest at once. */
  readonly prepare: (mostPhrases: number) => boolean;
}

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
export function createKeywordMatcher<Name extends string>(lists: readonly PhraseList<Name>[]): PhraseMatcher<Name> {
  const vocabulary = new Vocabulary();
  const byNumber = new Map<number, Candidate<Name>[]>();
  const pending = phrasesIn(lists, vocabulary);
  const prepare = (mostPhrases: number): boolean => {
    for (let count = 0; count < mostPhrases; count += 1) {
      const next = pending.next();
      if (next.done === true) return true;
      const [phrase, anchors] = next.value;
      for (const anchor of anchors) {
        const number = anchor.form[anchor.offset];
        if (number === undefined) continue;
        const same = byNumber.get(number);
        if (same === undefined) byNumber.set(number, [{ phrase, anchor }]);
        else same.push({ phrase, anchor });
      }
    }
    return false;
  };
  const find = (words: readonly string[], text: string): readonly FoundPhrase<Name>[] => {
    prepare(Infinity);
    if (byNumber.size === 0) return none;
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
  return Object.assign(find, { prepare });
}

function* phrasesIn<Name extends string>(
  lists: readonly PhraseList<Name>[],
  vocabulary: Vocabulary,
): Generator<readonly [Phrase<Name>, readonly Anchor[]], undefined> {
  for (const { name, language, phrases, isAnyForm = false, groupOf = noGroup } of lists) {
    const formsReady = new FormsReady(vocabulary, languageNamed(language));
    for (const listed of phrases) {
      const [sought, anchors] = numbered(readPhrase(listed, isAnyForm, groupOf), formsReady);
      yield [{ ...sought, name, language, listed: listed.trim() }, anchors];
    }
  }
  return undefined;
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

interface FormReady {
  readonly numbers: readonly number[];
  /** Commonness of the rarest word; `rarest` is its position. */
  readonly commonness: number;
  readonly rarest: number;
}

/** Numbers each form once per list, since the words of groups occur in many phrases. */
class FormsReady {
  readonly #vocabulary: Vocabulary;
  readonly #language: Language | null;
  readonly #known = new Map<WrittenForm, FormReady>();

  constructor(vocabulary: Vocabulary, language: Language | null) {
    this.#vocabulary = vocabulary;
    this.#language = language;
  }

  of(form: WrittenForm): FormReady {
    const known = this.#known.get(form);
    if (known !== undefined) return known;
    const each = form.map((word) => commonness(word, this.#language));
    const least = Math.min(...each);
    const ready = {
      numbers: form.map((word) => this.#vocabulary.numberOf(word, this.#language)),
      commonness: least,
      rarest: each.indexOf(least),
    };
    this.#known.set(form, ready);
    return ready;
  }
}

/**
 * Converts a phrase to word numbers, with the anchor that it is looked up by: the rarest word of each form of its
 * rarest part.
 */
function numbered(
  { isException, pieces, reach }: WrittenPhrase,
  formsReady: FormsReady,
): readonly [Sought, readonly Anchor[]] {
  const ready = pieces.map((parts) =>
    parts.map(({ forms, gap }) => ({ gap, forms: forms.map((form) => formsReady.of(form)) })),
  );
  let place = { piece: 0, part: 0, commonness: Infinity };
  for (const [piece, parts] of ready.entries()) {
    for (const [part, { forms }] of parts.entries()) {
      const most = forms.reduce((sum, one) => Math.max(sum, one.commonness), 0) + forms.length;
      if (most < place.commonness) place = { piece, part, commonness: most };
    }
  }
  const sought: Sought = {
    isException,
    reach,
    pieces: ready.map((parts) => parts.map(({ gap, forms }) => ({ gap, forms: forms.map(({ numbers }) => numbers) }))),
  };
  const { piece, part } = place;
  const anchors = (ready[piece]?.[part]?.forms ?? []).map(({ numbers, rarest }): Anchor => ({
    piece,
    part,
    form: numbers,
    offset: rarest,
  }));
  return [sought, anchors];
}
