import type { TranscriptEntry } from '../../../../preload/contract';
import { attentionRules, saidRules, type SaidRule } from '../../../../preload/contract/attention-rules';
import { isLaughing } from '../language/courtesies';
import type { Found } from '../listening';
import { isAsked, isQuoted, quoteOf } from './quoting';

/** A keyword found in an entry. */
export interface Mention {
  readonly rule: SaidRule;
  readonly quote: string;
  readonly at: number;
  readonly entryIndex: number;
  readonly isCustomers: boolean;
}

const maxMentions = 40;

export function foldMentions(
  before: readonly Mention[],
  entry: TranscriptEntry,
  found: readonly Found[],
): readonly Mention[] {
  if (found.length === 0) return before;
  const isCustomers = entry.author.kind === 'customer';
  const added = saidRules.flatMap((rule): Mention[] => {
    const { toAgents, toJokes, toQuotes, toBareQuestions } = attentionRules[rule].phraseUse;
    if (!isCustomers && !toAgents) return [];
    const said = longest(
      found.filter(
        ({ name, first, last }) =>
          name === rule &&
          (toQuotes || !isQuoted(entry.text, first, last)) &&
          (toBareQuestions || first < last || !isAsked(entry.text, last)),
      ),
    );
    if (said === null || (!toJokes && isLaughing(entry.text))) return [];
    const quote = quoteOf(entry.text, said.first, said.last);
    return [{ rule, quote, at: entry.at, entryIndex: entry.index, isCustomers }];
  });
  return added.length === 0 ? before : [...before, ...added].slice(-maxMentions);
}

/** Returns the longest range of words found for one list; overlapping finds are one mention. */
function longest(found: readonly Found[]): Pick<Found, 'first' | 'last'> | null {
  let most: Pick<Found, 'first' | 'last'> | null = null;
  let stretch: Pick<Found, 'first' | 'last'> | null = null;
  for (const { first, last } of [...found].sort((left, right) => left.first - right.first)) {
    const goesOn: boolean = stretch !== null && first <= stretch.last;
    stretch =
      stretch !== null && goesOn ? { first: stretch.first, last: Math.max(stretch.last, last) } : { first, last };
    if (most === null || stretch.last - stretch.first >= most.last - most.first) most = stretch;
  }
  return most;
}

/** Removes the mentions that the customer's relief takes back. What an agent said stays. */
export function relievedMentions(mentions: readonly Mention[]): readonly Mention[] {
  const kept = mentions.filter(
    ({ rule, isCustomers }) => !isCustomers || !attentionRules[rule].phraseUse.endsWithRelief,
  );
  return kept.length === mentions.length ? mentions : kept;
}
