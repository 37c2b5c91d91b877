import type { TranscriptEntry, TranscriptGap } from '../../../../preload/contract';
import { lastContrast, isMereThanks } from '../language/courtesies';
import { languageOf, noVotes, votedOn, type LanguageVotes } from '../language/language';
import { foundIn, type Found, type Listening } from '../listening';
import { cut, type CutText } from '../words';
import { foldHandovers, handoversAfterGap, noHandovers, type Handovers } from './handovers';
import { foldMentions, relievedMentions, type Mention } from './mentions';
import { foldRepeats, noRepeats, type Repeats } from './repeats';
import { foldSilence, silenceAfterGap, type SilentSince } from './silence';
import { waitingAfterEntry, waitingAfterGap, notWaiting, type Waiting } from './waiting';

/** Summary of a transcript for the rules: small, and advanced entry by entry. */
export interface ChatTrace {
  readonly startedAt: number | null;
  readonly lastIndex: number | null;
  readonly waiting: Waiting;
  readonly silentSince: SilentSince;
  readonly handovers: Handovers;
  readonly repeats: Repeats;
  readonly mentions: readonly Mention[];
  readonly votes: LanguageVotes;
  /** Index of the last entry in which the customer expressed relief. */
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

/** Advances the trace by the next entry. The cost depends on the entry only, not on the length of the chat. */
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
  const mentions = foldMentions(trace.mentions, entry, found);
  const analysed = { ...text, found, language: language ?? 'en' };
  return {
    startedAt: trace.startedAt ?? entry.at,
    lastIndex: entry.index,
    waiting: waitingAfterEntry(trace.waiting, entry, { isRelieved, needsNoAnswer }),
    silentSince: foldSilence(trace.silentSince, entry),
    handovers: foldHandovers(trace.handovers, entry),
    repeats: isRelieved ? noRepeats : foldRepeats(trace.repeats, entry, analysed),
    mentions: isRelieved ? relievedMentions(mentions) : mentions,
    votes,
    relievedIndex: isRelieved ? entry.index : trace.relievedIndex,
  };
}

/** Returns whether a message expresses relief and contains nothing else that was found. What follows a "but" decides. */
function isRelief(found: readonly Found[], words: readonly string[]): boolean {
  if (!found.some(({ name }) => name === 'relief')) return false;
  const contrast = lastContrast(words);
  const decisive = contrast < 0 ? found : found.filter(({ last }) => last >= contrast);
  if (!decisive.some(({ name, first }) => name === 'relief' && first >= contrast)) return false;
  return decisive.every(({ name }) => name === 'relief' || name === 'sameMeaning' || name === 'watchedWords');
}

/** Advances the trace over a gap: nothing is claimed about missing entries. */
export function advanceTraceOverGap(trace: ChatTrace, gap: TranscriptGap): ChatTrace {
  return {
    ...trace,
    waiting: waitingAfterGap(),
    silentSince: silenceAfterGap(trace.silentSince, gap.to),
    handovers: handoversAfterGap(trace.handovers),
  };
}

/** Yields entries and gaps in transcript order. */
export function mergeInOrder(
  entries: readonly TranscriptEntry[],
  gaps: readonly TranscriptGap[],
): readonly (TranscriptEntry | TranscriptGap)[] {
  if (gaps.length === 0) return entries;
  const open = [...gaps].sort((left, right) => (left.afterIndex ?? -Infinity) - (right.afterIndex ?? -Infinity));
  const ordered: (TranscriptEntry | TranscriptGap)[] = [];
  for (const entry of entries) {
    while (open[0] !== undefined && (open[0].afterIndex ?? -Infinity) < entry.index) ordered.push(...open.splice(0, 1));
    ordered.push(entry);
  }
  return [...ordered, ...open];
}

/** Builds the trace of a whole transcript. */
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
