import type { TranscriptEntry } from '../../../../preload/contract';

/** How the chat went from hand to hand, as far as the transcript tells. */
export interface Handovers {
  readonly count: number;
  readonly at: number | null;
  readonly entryIndex: number | null;
  readonly present: readonly string[];
  /** Who was the last agent in it. */
  readonly last: string | null;
  /** Since when no agent is left in it; `null` while there is one, or there never was. */
  readonly aloneSince: number | null;
}

export const noHandovers: Handovers = {
  count: 0,
  at: null,
  entryIndex: null,
  present: [],
  last: null,
  aloneSince: null,
};

/** An agent who comes in beside another is a helper; only when the first has gone has the chat changed hands. */
export function heardHandovers(before: Handovers, entry: TranscriptEntry): Handovers {
  const { author } = entry;
  if (author.kind !== 'agent') return before;
  const agent = author.userId ?? author.participantId ?? author.nickname;
  if (entry.kind === 'left') {
    const present = before.present.filter((other) => other !== agent);
    if (present.length === 0) return { ...before, present, last: agent, aloneSince: entry.at };
    const heir = present.at(-1) ?? null;
    return before.last === agent || before.last === null
      ? { ...changedHands(before, entry), present, last: heir }
      : { ...before, present };
  }
  // Whoever says something is there, also when the coming was not heard.
  if (before.present.includes(agent)) return before;
  const present = [...before.present, agent];
  if (before.present.length > 0) return { ...before, present };
  const isAnother = before.last !== null && before.last !== agent;
  return { ...(isAnother ? changedHands(before, entry) : before), present, last: agent, aloneSince: null };
}

/** Somebody may have come while nothing was heard. */
export function missedHandovers(before: Handovers): Handovers {
  return { ...before, aloneSince: null };
}

function changedHands(before: Handovers, { at, index }: TranscriptEntry): Handovers {
  return { ...before, count: before.count + 1, at, entryIndex: index };
}
