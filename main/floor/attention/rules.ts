import type { AttentionReason } from '../../../preload/contract';
import type { AttentionRule, SaidRule } from '../../../preload/contract/attention-rules';
import type { RuleInput } from './rule-input';
import type { ChatTrace } from './traces/chat-trace';
import type { Repeat } from './traces/repeats';

/** What a rule compares with its thresholds, and what its reason reports. */
export interface Finding {
  readonly measure: number;
  readonly evidence: Partial<Omit<AttentionReason, 'rule' | 'severity'>>;
}
type FindReason = (input: RuleInput) => Finding | null;

/** Milliseconds for which a keyword stays a reason. */
const keywordTtlMs = 15 * 60_000;

/** The rules that look at more than their phrases; a missing one does not compile. */
export const findReason: Readonly<Record<Exclude<AttentionRule, SaidRule>, FindReason>> = {
  /** The agent is gone and the customer is still present. */
  orphan: ({ aloneSince, now }) => (aloneSince === null ? null : lastingSince(aloneSince, now)),

  /** The customer has had no reply they can read. */
  customerWaiting: ({ trace, now }) => {
    const { since, entryIndex } = trace.waiting;
    return since === null ? null : lastingSince(since, now, entryIndex);
  },

  /** The present agent has not written to the customer for long, regardless of who wrote last. Typing is not silence. */
  agentSilent: ({ trace, typing, aloneSince, now }) => {
    const since = trace.silentSince;
    const isTyping = typing.some(({ kind, visibility }) => kind === 'agent' && visibility === 'everyone');
    return since === null || isTyping || aloneSince !== null ? null : lastingSince(since, now);
  },

  /** The customer wrote several messages in a row without a reply. */
  unanswered: ({ trace }) => {
    const { count, since, entryIndex } = trace.waiting;
    return { measure: count, evidence: { since, count, entryIndex } };
  },

  /** The customer repeats a request. */
  repeated: ({ trace, now }) => {
    const most = trace.repeats.repeats
      .filter(({ at }) => now - at < keywordTtlMs)
      .reduce<Repeat | null>((found, repeat) => (found === null || repeat.count >= found.count ? repeat : found), null);
    if (most === null) return null;
    const { at, count, entryIndex, quote } = most;
    return { measure: count, evidence: { since: at, count, words: quote, entryIndex } };
  },

  /** The chat changed agents repeatedly. */
  pingPong: ({ trace }) => {
    const { count, at, entryIndex } = trace.handovers;
    return { measure: count, evidence: { since: at, count, entryIndex } };
  },

  /** The chat has lasted long. */
  longHandling: (input) => lastingSince(startOf(input), input.now),

  /** The agent counts as new and the chat has lasted long enough. */
  newAgent: (input) => {
    const { agent, settings, now } = input;
    if (agent === null) return null;
    const isNew =
      settings.newAgentIds.includes(agent.id) || agent.groups.some((group) => settings.newAgentGroups.includes(group));
    return isNew ? lastingSince(startOf(input), now) : null;
  },
};

/** Returns the recent uses of a rule's phrases, and quotes the latest one. */
export function findMentions(rule: SaidRule, { trace, now }: RuleInput): Finding | null {
  if (trace.mentions.length === 0) return null;
  const recent = trace.mentions.filter((mention) => mention.rule === rule && now - mention.at < keywordTtlMs);
  const last = recent.at(-1);
  if (last === undefined) return null;
  const evidence = { since: last.at, count: recent.length, words: last.quote, entryIndex: last.entryIndex };
  return { measure: recent.length, evidence };
}

/** Returns the times at which keywords and repetitions of a chat stop being a reason because they are old. */
export function keywordEnds({ mentions, repeats }: ChatTrace): readonly number[] {
  return [...mentions, ...repeats.repeats].map(({ at }) => at + keywordTtlMs);
}

/** Returns a finding whose measure is its age in seconds. */
export function lastingSince(since: number, now: number, entryIndex: number | null = null): Finding {
  return { measure: Math.floor((now - since) / 1_000), evidence: { since, entryIndex } };
}

/** Returns when the chat began; without a server time, when it was first active. */
function startOf({ chat, trace }: RuleInput): number {
  return Math.min(chat.receivedAt ?? chat.firstSeenAt, trace.startedAt ?? Infinity);
}
