import type { Agent, AttentionSettings, Chat, TypingParticipant } from '../../../preload/contract';
import type { ChatTrace } from './traces/chat-trace';

/** Input of all rules; every rule is a pure function of it. */
export interface RuleInput {
  readonly chat: Chat;
  readonly trace: ChatTrace;
  readonly typing: readonly TypingParticipant[];
  /** The handling agent from the directory; `null` if unknown. */
  readonly agent: Agent | null;
  /** Since when the chat has had no agent; `null` if it has one or this is unknown. */
  readonly aloneSince: number | null;
  /** Time up to which the floor is known: now while live, otherwise the last successful exchange. */
  readonly now: number;
  readonly settings: AttentionSettings;
}
