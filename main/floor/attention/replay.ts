import type {
  Agent,
  AttentionReason,
  AttentionRule,
  AttentionSettings,
  Chat,
  Transcript,
} from '../../../preload/contract';
import type { RuleInput } from './rule-input';
import { evaluateRules } from './evaluate-rules';
import type { Listening } from './listening';
import { votesFor } from './language/language';
import { emptyTrace, advanceTrace, mergeInOrder, advanceTraceOverGap, type ChatTrace } from './traces/chat-trace';

export interface RuleHit {
  readonly at: number;
  readonly reason: AttentionReason;
  /** The customer's later relief removed the reason. */
  readonly isRelieved: boolean;
}

export interface ReplayedChat {
  readonly chat: Chat;
  readonly transcript: Transcript;
  readonly agent: Agent | null;
  readonly settings: AttentionSettings;
  /** Language of the chat, if known. */
  readonly language?: string | null;
  readonly listening: Listening;
  readonly from: number;
  readonly until: number;
}

/**
 * Replays a chat and records when each rule would first have applied, and whether it would have become hot. Rules are
 * evaluated just before and after every entry; between entries a time-based rule can only get worse. Typing and
 * sign-outs are not recorded in transcripts, so they are ignored.
 */
export function replay(replayed: ReplayedChat): ReadonlyMap<AttentionRule, RuleHit> {
  const { chat, transcript, agent, settings, listening, from } = replayed;
  const until = Math.min(replayed.until, chat.endedAt ?? Infinity);
  const raised = new Map<AttentionRule, RuleHit>();
  const then: Chat = { ...chat, state: 'active', participants: [] };
  let trace: ChatTrace = { ...emptyTrace, votes: votesFor(replayed.language ?? null) };
  const viewOf = (now: number): RuleInput => {
    return { chat: then, trace, typing: [], agent, aloneSince: trace.handovers.aloneSince, now, settings };
  };
  const look = (now: number): void => {
    if (now < from || trace.lastIndex === null) return;
    for (const reason of evaluateRules(viewOf(now))) {
      const before = raised.get(reason.rule);
      const isWorse = before?.reason.severity === 'warm' && reason.severity === 'hot';
      if (before === undefined || before.isRelieved || isWorse)
        raised.set(reason.rule, { at: spokenAt(reason, settings, from, now), reason, isRelieved: false });
    }
  };
  for (const part of mergeInOrder(transcript.entries, transcript.gaps)) {
    if (!('author' in part)) {
      look(part.from);
      trace = advanceTraceOverGap(trace, part);
      continue;
    }
    if (part.at > until) break;
    look(part.at);
    const { relievedIndex } = trace;
    trace = advanceTrace(trace, part, listening);
    if (trace.relievedIndex !== relievedIndex) relieve(raised, evaluateRules(viewOf(part.at)));
    if (part.kind === 'left' && part.author.kind === 'customer') return raised;
    look(part.at);
  }
  look(until);
  return raised;
}

/** Marks the keyword reasons that the customer's relief removed. */
function relieve(raised: Map<AttentionRule, RuleHit>, stillReasons: readonly AttentionReason[]): void {
  for (const [rule, raising] of raised) {
    if (raising.reason.words === null || stillReasons.some((reason) => reason.rule === rule)) continue;
    raised.set(rule, { ...raising, isRelieved: true });
  }
}

/** Returns when the rule began to apply, limited to the evaluated range. */
function spokenAt(
  { rule, since, count }: AttentionReason,
  settings: AttentionSettings,
  from: number,
  now: number,
): number {
  const threshold = count === null ? settings.rules[rule].threshold * 1_000 : 0;
  return Math.min(now, Math.max(from, (since ?? now) + threshold));
}
