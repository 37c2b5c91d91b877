import { skeletonOf } from './confusable-letters';
import { holdsOurWord, plainFold, wordsIn, type PartyKind } from './own-words';
import { seenName } from './seen-text';

/** A party with a name from outside. */
export interface Party {
  readonly kind: PartyKind;
  readonly name: string | null;
}

/** How to draw a name so that it is not mistaken for another party or for our own text. */
export interface NameLook {
  /** The visible part, on one line and without quotation marks; if empty, show the role instead. */
  readonly text: string;
  /**
   * `plain`: has the form of a name. `shared`: has it, but another party uses the same. `setOff`: could be mistaken for
   * our text, another party or something else. The last two are always shown with their kind.
   */
  readonly look: 'plain' | 'shared' | 'setOff';
  /** Another party of the same kind has a name that only looks the same, so the letters must be spelled out. */
  readonly isLookAlike: boolean;
}

const maxPlain = 60;
const maxWords = 6;
/** A full stop after an initial or title; after any other word it would end a sentence. */
const shortened = String.raw`(?:(?:\p{L}|dr|mr|mrs|ms|prof|st|jr|sr|sra|ing|dipl)\. ?)`;
const word = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*`;
/** Words of letters and digits with the usual separators of names and user names. */
const nameShape = new RegExp(`^${shortened}*${word}(?:(?:[-'’._@+]| ${shortened}*)${word})*(?: ${shortened})?$`, 'iu');
/** Phone numbers of text messages: grouped digits, which cannot be read as a sentence. */
const numberShape = /^\+?\(?\d(?:[ ()./-]{0,2}\d){5,17}$/u;
const quotes = /["\u201c-\u201f\u00ab\u00bb\u2039\u203a\u275d\u275e\u301d-\u301f\uff02\u300c-\u300f]/gu;

/** Properties of a name that do not depend on its party. */
interface NameFacts {
  readonly seen: string;
  readonly quotable: string;
  readonly folded: string;
  readonly skeleton: string;
  /** Words of the skeleton separated by blanks, to search for a name in another. */
  readonly line: string;
  readonly isShaped: boolean;
  readonly words: readonly string[];
  readonly skeletonWords: readonly string[];
}

/** Cache: lists draw the same few names repeatedly, and a palette draws every name. */
const known = new Map<string, NameFacts>();
const maxKnown = 20_000;

function factsOf(name: string | null): NameFacts {
  const asked = name ?? '';
  const before = known.get(asked);
  if (before !== undefined) return before;
  const seen = seenName(asked);
  const quotable = seen.replaceAll(quotes, "'");
  const skeleton = skeletonOf(seen);
  const words = wordsIn(quotable);
  const facts = {
    seen,
    quotable,
    folded: plainFold(seen),
    skeleton,
    line: ` ${wordsIn(skeleton).join(' ')} `,
    isShaped:
      numberShape.test(quotable) ||
      (quotable.length <= maxPlain &&
        nameShape.test(quotable) &&
        words.length <= maxWords &&
        !words.some(mixesScripts)),
    words: words.map(plainFold),
    skeletonWords: words.map(skeletonOf),
  };
  if (known.size >= maxKnown) known.clear();
  known.set(asked, facts);
  return facts;
}

/**
 * Returns the look of a name among others. Two spellings of one party count as one. `others` may contain the party
 * itself.
 */
export function lookOfName(party: Party, others: readonly Party[]): NameLook {
  const own = factsOf(party.name);
  const text = own.quotable;
  if (text === '') return { text, look: 'plain', isLookAlike: false };
  let isShared = false;
  let isLookAlike = false;
  let holdsOther = false;
  for (const { kind, name } of withoutOne(others, party)) {
    const right = factsOf(name);
    if (right.seen === '') continue;
    if (right.folded === own.folded || right.skeleton === own.skeleton) {
      isShared = true;
      isLookAlike ||= kind === party.kind && right.folded !== own.folded;
    } else if (right.line.length > 2 && own.line.includes(right.line)) holdsOther = true;
  }
  const isPlain = own.isShaped && !holdsOurWord(own.words, party.kind) && !holdsOurWord(own.skeletonWords, party.kind);
  if (!isPlain || holdsOther) return { text, look: 'setOff', isLookAlike };
  return { text, look: isShared ? 'shared' : 'plain', isLookAlike };
}

/** Returns whether two names look the same on the screen, whatever their letters. */
export function areConfusable(left: string, right: string): boolean {
  const [first, second] = [factsOf(left), factsOf(right)];
  if (first.seen === '' || second.seen === '') return false;
  return first.folded === second.folded || first.skeleton === second.skeleton;
}

/** Returns whether a text from outside could be mistaken for our text or for another party next to it. */
export function isLikeOurs(text: string): boolean {
  return holdsOurWord(wordsIn(text).map(plainFold), 'other') || holdsOurWord(wordsIn(text).map(skeletonOf), 'other');
}

/** Returns whether a text begins like an entry that names its author, as in "You: I promise". */
export function isLikeByline(text: string): boolean {
  return /^[^\p{L}\p{N}]*[^\n:：∶꞉ː]{1,60}[:：∶꞉ː]/u.test(seenName(text.slice(0, 120)));
}

/** Latin letters within a Cyrillic or Greek word are there to imitate other letters. */
function mixesScripts(word: string): boolean {
  return (
    /\p{Script=Latin}/u.test(word) &&
    /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(word)
  );
}

/** Removes one party with this kind and name; a second one is another party. */
export function withoutOne(others: readonly Party[], { kind, name }: Party): readonly Party[] {
  const own = others.findIndex((right) => right.kind === kind && right.name === name);
  return own === -1 ? others : others.toSpliced(own, 1);
}
