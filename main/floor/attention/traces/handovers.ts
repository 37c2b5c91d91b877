import type { TranscriptEntry } from '../../../../preload/contract';

/** Handovers of the chat, as far as the transcript shows them. */
export interface Handovers {
  readonly count: number;
  readonly at: number | null;
  readonly entryIndex: number | null;
  readonly present: readonly string[];
  /** The last agent in the chat. */
  readonly last: string | null;
  /** Since when no agent is present; `null` if one is present or there never was one. */
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

/** Folds an entry. A second agent who joins is a helper; the chat has changed agents only when the first one left. */
export function foldHandovers(before: Handovers, entry: TranscriptEntry): Handovers {
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
  // A participant who writes is present, even if the join was not received.
  if (before.present.includes(agent)) return before;
  const present = [...before.present, agent];
  if (before.present.length > 0) return { ...before, present };
  const isAnother = before.last !== null && before.last !== agent;
  return { ...(isAnother ? changedHands(before, entry) : before), present, last: agent, aloneSince: null };
}

/** Folds a gap: an agent may have joined in it. */
export function handoversAfterGap(before: Handovers): Handovers {
  return { ...before, aloneSince: null };
}

function changedHands(before: Handovers, { at, index }: TranscriptEntry): Handovers {
  return { ...before, count: before.count + 1, at, entryIndex: index };
}
