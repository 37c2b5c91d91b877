import type {
  Agent,
  AttentionReason,
  AttentionRule,
  AttentionSettings,
  Chat,
  TypingParticipant,
} from '../../../preload/contract';
import type { ChatTrace } from './traces/chat-trace';

/** All that a rule may look at. Every rule is a pure function of it. */
export interface RuleInput {
  readonly chat: Chat;
  readonly trace: ChatTrace;
  readonly typing: readonly TypingParticipant[];
  /** Who handles the chat, as the directory has them; `null` when it is not known. */
  readonly agent: Agent | null;
  /** Since when it was seen that no agent is there; `null` while there is one or it cannot be told. */
  readonly aloneSince: number | null;
  /** The moment up to which the floor is known: now while live, the last good exchange while not. */
  readonly now: number;
  readonly settings: AttentionSettings;
}

export type Rule = (view: RuleInput) => AttentionReason | null;

/** What was said stays a reason for so long; after that the chat has moved on. */
export const keywordTtlMs = 15 * 60_000;

type Evidence = Partial<Omit<AttentionReason, 'rule' | 'severity'>>;

/** The reason, if the measure reaches the rule's threshold; hot from the second threshold on. */
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
