import type {
  Agent,
  AttentionReason,
  AttentionRule,
  AttentionSettings,
  Chat,
  Transcript,
} from '../../../preload/contract';
import { judge } from './judge';
import { freshTrace, heard, inOrder, missed, type Finders } from './traces/chat-trace';

export interface Raising {
  readonly at: number;
  readonly reason: AttentionReason;
}

export interface ReplayedChat {
  readonly chat: Chat;
  readonly transcript: Transcript;
  readonly agent: Agent | null;
  readonly settings: AttentionSettings;
  readonly finders: Finders;
  readonly from: number;
  readonly until: number;
}

/**
 * Plays a chat again from its first line and takes down when each rule would have spoken first, and whether it would have become
 * hot. It is looked at just before and just after every line: between two lines a rule of time can only have become worse.
 * Who was typing and who had signed out is not written down anywhere, so rules are judged without it.
 */
export function replay(replayed: ReplayedChat): ReadonlyMap<AttentionRule, Raising> {
  const { chat, transcript, agent, settings, finders, from } = replayed;
  const until = Math.min(replayed.until, chat.endedAt ?? Infinity);
  const raised = new Map<AttentionRule, Raising>();
  const then: Chat = { ...chat, state: 'active', participants: [] };
  let trace = freshTrace;
  const look = (now: number): void => {
    if (now < from || trace.lastIndex === null) return;
    const { aloneSince } = trace.handovers;
    for (const reason of judge({ chat: then, trace, typing: [], agent, aloneSince, now, settings })) {
      const before = raised.get(reason.rule);
      const isWorse = before?.reason.severity === 'warm' && reason.severity === 'hot';
      if (before === undefined || isWorse)
        raised.set(reason.rule, { at: spokenAt(reason, settings, from, now), reason });
    }
  };
  for (const part of inOrder(transcript.entries, transcript.gaps)) {
    if (!('author' in part)) {
      look(part.from);
      trace = missed(trace, part);
      continue;
    }
    if (part.at > until) break;
    look(part.at);
    trace = heard(trace, part, finders);
    if (part.kind === 'left' && part.author.kind === 'customer') return raised;
    look(part.at);
  }
  look(until);
  return raised;
}

/** When the rule began to speak, as far as that is inside of what is looked at. */
function spokenAt(
  { rule, since, count }: AttentionReason,
  settings: AttentionSettings,
  from: number,
  now: number,
): number {
  const threshold = count === null ? settings.rules[rule].threshold * 1_000 : 0;
  return Math.min(now, Math.max(from, (since ?? now) + threshold));
}
