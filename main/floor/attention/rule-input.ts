import type {
  Agent,
  AttentionReason,
  AttentionRule,
  AttentionSettings,
  Chat,
  TypingParticipant,
} from '../../../preload/contract';
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

export type Rule = (view: RuleInput) => AttentionReason | null;

/** Milliseconds for which a keyword stays a reason. */
export const keywordTtlMs = 15 * 60_000;

type Evidence = Partial<Omit<AttentionReason, 'rule' | 'severity'>>;

/** Returns the reason if the measure reaches the rule's threshold; hot from the second threshold on. */
export function reasonAtThreshold(
  rule: AttentionRule,
  { settings }: Pick<RuleInput, 'settings'>,
  measure: number,
  evidence: Evidence,
): AttentionReason | null {
  const { isOn, threshold, hotThreshold } = settings.rules[rule];
  if (!isOn || measure < threshold) return null;
  const severity = hotThreshold !== null && measure >= hotThreshold ? 'hot' : 'warm';
  return { rule, severity, since: null, count: null, words: null, entryIndex: null, ...evidence };
}

export function secondsSince(since: number, now: number): number {
  return Math.floor((now - since) / 1_000);
}
