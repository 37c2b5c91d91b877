import type { TranscriptEntry, TranscriptGap } from '../../../../preload/contract';
import { isContrasted, isMereThanks } from '../language/courtesies';
import { languageOf, noVotes, votedOn, type LanguageVotes } from '../language/language';
import { foundIn, type Found, type Listening } from '../listening';
import { cut, type CutText } from '../words';
import { heardHandovers, missedHandovers, noHandovers, type Handovers } from './handovers';
import { heardMentions, relievedMentions, type Mention } from './mentions';
import { heardRepeats, noRepeats, type Repeats } from './repeats';
import { heardSilence, missedSilence, type SilentSince } from './silence';
import { waitingAfterEntry, waitingAfterGap, notWaiting, type Waiting } from './waiting';

/** What the rules need to know of all that was said: small, and carried on from entry to entry. */
export interface ChatTrace {
  readonly startedAt: number | null;
  readonly lastIndex: number | null;
  readonly waiting: Waiting;
  readonly silentSince: SilentSince;
  readonly handovers: Handovers;
  readonly repeats: Repeats;
  readonly mentions: readonly Mention[];
  readonly votes: LanguageVotes;
  /** The last line by which the customer said that all is well again. */
  readonly relievedIndex: number | null;
}

export const emptyTrace: ChatTrace = {
  startedAt: null,
  lastIndex: null,
  waiting: notWaiting,
  silentSince: null,
  handovers: noHandovers,
  repeats: noRepeats,
  mentions: [],
  votes: noVotes,
  relievedIndex: null,
};

const nothing: CutText = { words: [], written: [] };

/** Carries the trace on by the next entry. Costs as much as that entry is long, however long the chat is. */
export function advanceTrace(trace: ChatTrace, entry: TranscriptEntry, listening: Listening): ChatTrace {
  const isCustomers = entry.author.kind === 'customer';
  const isPublicText = entry.kind === 'text' && entry.visibility === 'everyone';
  const isWorded = isPublicText && (isCustomers || entry.author.kind === 'agent');
  const text = isWorded ? cut(entry.text) : nothing;
  const votes = isWorded ? votedOn(trace.votes, text.words) : trace.votes;
  const language = languageOf(votes);
  const found = isWorded ? foundIn(language, listening(text.words, entry.text)) : [];
  const isRelieved = isCustomers && isRelief(found, text.words);
  const needsNoAnswer = isRelieved || (isCustomers && isMereThanks(text.words, entry.text));
  const mentions = heardMentions(trace.mentions, entry, found);
  const heardText = { ...text, found, language: language ?? 'en' };
  return {
    startedAt: trace.startedAt ?? entry.at,
    lastIndex: entry.index,
    waiting: waitingAfterEntry(trace.waiting, entry, { isRelieved, needsNoAnswer }),
    silentSince: heardSilence(trace.silentSince, entry),
    handovers: heardHandovers(trace.handovers, entry),
    repeats: isRelieved ? noRepeats : heardRepeats(trace.repeats, entry, heardText),
    mentions: isRelieved ? relievedMentions(mentions) : mentions,
    votes,
    relievedIndex: isRelieved ? entry.index : trace.relievedIndex,
  };
}

/** All is well only where nothing else is said in the same breath. */
function isRelief(found: readonly Found[], words: readonly string[]): boolean {
  if (!found.some(({ name }) => name === 'relief') || isContrasted(words)) return false;
  return found.every(({ name }) => name === 'relief' || name === 'sameMeaning' || name === 'watchedWords');
}

/** Carries the trace on over a hole: what is not known is not claimed. */
export function advanceTraceOverGap(trace: ChatTrace, gap: TranscriptGap): ChatTrace {
  return {
    ...trace,
    waiting: waitingAfterGap(),
    silentSince: missedSilence(trace.silentSince, gap.to),
    handovers: missedHandovers(trace.handovers),
  };
}

/** Entries and holes in the order they belong. */
export function mergeInOrder(
  entries: readonly TranscriptEntry[],
  gaps: readonly TranscriptGap[],
): readonly (TranscriptEntry | TranscriptGap)[] {
  if (gaps.length === 0) return entries;
  const open = [...gaps].sort((one, other) => (one.afterIndex ?? -Infinity) - (other.afterIndex ?? -Infinity));
  const ordered: (TranscriptEntry | TranscriptGap)[] = [];
  for (const entry of entries) {
    while (open[0] !== undefined && (open[0].afterIndex ?? -Infinity) < entry.index) ordered.push(...open.splice(0, 1));
    ordered.push(entry);
  }
  return [...ordered, ...open];
}

/** The trace of a transcript read whole. */
export function buildTrace(
  entries: readonly TranscriptEntry[],
  gaps: readonly TranscriptGap[],
  listening: Listening,
): ChatTrace {
  let trace = emptyTrace;
  for (const part of mergeInOrder(entries, gaps))
    trace = 'author' in part ? advanceTrace(trace, part, listening) : advanceTraceOverGap(trace, part);
  return trace;
}
