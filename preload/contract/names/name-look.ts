import { skeletonOf } from './confusable-letters';
import { holdsOurWord, plainFold, wordsIn, type PartyKind } from './own-words';
import { seenName } from './seen-text';

/** Somebody with a name that was chosen outside. */
export interface Party {
  readonly kind: PartyKind;
  readonly name: string | null;
}

/** How a name has to be drawn so that it passes for nobody else and for none of our own words. */
export interface NameLook {
  /** What can be seen of it, on one line and without quotation marks; empty: a role has to stand in. */
  readonly text: string;
  /**
   * `plain`: shaped like a name. `shared`: like one, but another party goes by it. `setOff`: it could be read as a line of ours,
   * as somebody else or as something else than a name. The last two are never shown without their kind.
   */
  readonly look: 'plain' | 'shared' | 'setOff';
  /** Another party of the same kind has a name that only looks the same: the letters have to be told too. */
  readonly isLookAlike: boolean;
}

const longestPlain = 60;
const mostWords = 6;
/** A point ends an initial or a title; behind any other word it would end a sentence. */
const shortened = String.raw`(?:(?:\p{L}|dr|mr|mrs|ms|prof|st|jr|sr|sra|ing|dipl)\. ?)`;
const word = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*`;
/** Words of letters and digits, joined by what names and user names are joined by. */
const nameShape = new RegExp(`^${shortened}*${word}(?:(?:[-'’._@+]| ${shortened}*)${word})*(?: ${shortened})?$`, 'iu');
/** Text messages come from numbers: digits in groups, too many and too bare to be read as one of our sentences. */
const numberShape = /^\+?\(?\d(?:[ ()./-]{0,2}\d){5,17}$/u;
const quotes = /["\u201c-\u201f\u00ab\u00bb\u2039\u203a\u275d\u275e\u301d-\u301f\uff02\u300c-\u300f]/gu;

/** Everything that is asked of one name, whoever bears it. */
interface NameFacts {
  readonly seen: string;
  readonly quotable: string;
  readonly folded: string;
  readonly skeleton: string;
  /** The words of the skeleton between blanks, to find one name in another. */
  readonly line: string;
  readonly isShaped: boolean;
  readonly words: readonly string[];
  readonly skeletonWords: readonly string[];
}

/** Lists draw the same few names over and over, and a palette every name there is. */
const known = new Map<string, NameFacts>();
const mostKnown = 20_000;

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
      (quotable.length <= longestPlain &&
        nameShape.test(quotable) &&
        words.length <= mostWords &&
        !words.some(mixesScripts)),
    words: words.map(plainFold),
    skeletonWords: words.map(skeletonOf),
  };
  if (known.size >= mostKnown) known.clear();
  known.set(asked, facts);
  return facts;
}

/** Two spellings of one person count as one; only others are compared with. `others` may hold the party itself. */
export function lookOfName(party: Party, others: readonly Party[]): NameLook {
  const own = factsOf(party.name);
  const text = own.quotable;
  if (text === '') return { text, look: 'plain', isLookAlike: false };
  let isShared = false;
  let isLookAlike = false;
  let holdsOther = false;
  for (const { kind, name } of withoutOne(others, party)) {
    const other = factsOf(name);
    if (other.seen === '') continue;
    if (other.folded === own.folded || other.skeleton === own.skeleton) {
      isShared = true;
      isLookAlike ||= kind === party.kind && other.folded !== own.folded;
    } else if (other.line.length > 2 && own.line.includes(other.line)) holdsOther = true;
  }
  const isPlain = own.isShaped && !holdsOurWord(own.words, party.kind) && !holdsOurWord(own.skeletonWords, party.kind);
  if (!isPlain || holdsOther) return { text, look: 'setOff', isLookAlike };
  return { text, look: isShared ? 'shared' : 'plain', isLookAlike };
}

/** Whether two names look the same on the screen, in whichever letters they are written. */
export function areConfusable(one: string, other: string): boolean {
  const [first, second] = [factsOf(one), factsOf(other)];
  if (first.seen === '' || second.seen === '') return false;
  return first.folded === second.folded || first.skeleton === second.skeleton;
}

/** Whether words from outside could be read as ours or as somebody else's where they stand beside ours. */
export function isLikeOurs(text: string): boolean {
  return holdsOurWord(wordsIn(text).map(plainFold), 'other') || holdsOurWord(wordsIn(text).map(skeletonOf), 'other');
}

/** Whether a text begins as a line does that names its speaker, as in "You: I promise". */
export function isLikeByline(text: string): boolean {
  return /^[^\p{L}\p{N}]*[^\n:：∶꞉ː]{1,60}[:：∶꞉ː]/u.test(seenName(text.slice(0, 120)));
}

/** Latin letters among Cyrillic or Greek ones in one word are there to be taken for others. */
function mixesScripts(word: string): boolean {
  return (
    /\p{Script=Latin}/u.test(word) &&
    /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(word)
  );
}

/** One party stands for the asking one; a second of the same kind and name is somebody else. */
export function withoutOne(others: readonly Party[], { kind, name }: Party): readonly Party[] {
  const own = others.findIndex((other) => other.kind === kind && other.name === name);
  return own === -1 ? others : others.toSpliced(own, 1);
}
