import type { TranscriptEntry, TranscriptGap } from '../../../../preload/contract';
import type { PhraseFinder } from '../phrases';
import { wordsOf } from '../words';
import { heardHandovers, missedHandovers, noHandovers, type Handovers } from './handovers';
import { withMention, type Mention } from './mentions';
import { heardRepeats, noRepeats, type Repeats } from './repeats';
import { heardSilence, missedSilence, type SilentSince } from './silence';
import { heardWaiting, missedWaiting, notWaiting, type Waiting } from './waiting';

export interface Finders {
  readonly escalation: PhraseFinder;
  readonly watched: PhraseFinder;
}

/** What the rules need to know of all that was said: small, and carried on from entry to entry. */
export interface ChatTrace {
  readonly startedAt: number | null;
  readonly lastIndex: number | null;
  readonly waiting: Waiting;
  readonly silentSince: SilentSince;
  readonly handovers: Handovers;
  readonly repeats: Repeats;
  readonly escalations: readonly Mention[];
  readonly watchedWords: readonly Mention[];
}

export const freshTrace: ChatTrace = {
  startedAt: null,
  lastIndex: null,
  waiting: notWaiting,
  silentSince: null,
  handovers: noHandovers,
  repeats: noRepeats,
  escalations: [],
  watchedWords: [],
};

/** Carries the trace on by the next entry. Costs as much as that entry is long, however long the chat is. */
export function heard(trace: ChatTrace, entry: TranscriptEntry, finders: Finders): ChatTrace {
  const isCustomers = entry.author.kind === 'customer';
  const isPublicText = entry.kind === 'text' && entry.visibility === 'everyone';
  const isWorded = isPublicText && (isCustomers || entry.author.kind === 'agent');
  const words = isWorded ? wordsOf(entry.text) : [];
  return {
    startedAt: trace.startedAt ?? entry.at,
    lastIndex: entry.index,
    waiting: heardWaiting(trace.waiting, entry),
    silentSince: heardSilence(trace.silentSince, entry),
    handovers: heardHandovers(trace.handovers, entry),
    repeats: heardRepeats(trace.repeats, entry, words),
    escalations: isCustomers ? withMention(trace.escalations, finders.escalation(words), entry) : trace.escalations,
    watchedWords: withMention(trace.watchedWords, finders.watched(words), entry),
  };
}

/** Carries the trace on over a hole: what is not known is not claimed. */
export function missed(trace: ChatTrace, gap: TranscriptGap): ChatTrace {
  return {
    ...trace,
    waiting: missedWaiting(),
    silentSince: missedSilence(trace.silentSince, gap.to),
    handovers: missedHandovers(trace.handovers),
  };
}

/** Entries and holes in the order they belong. */
export function inOrder(
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
export function traceOf(
  entries: readonly TranscriptEntry[],
  gaps: readonly TranscriptGap[],
  finders: Finders,
): ChatTrace {
  let trace = freshTrace;
  for (const part of inOrder(entries, gaps))
    trace = 'author' in part ? heard(trace, part, finders) : missed(trace, part);
  return trace;
}
