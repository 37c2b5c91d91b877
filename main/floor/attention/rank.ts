import type { AttentionReason, ReasonWeight } from '../../../preload/contract';
import { attentionRules } from '../../../preload/contract/attention-rules';

/** Greater than all warm reasons together: one hot reason ranks before any number of warm ones. */
const hotBonus = 400;
/** Greater than all reasons together: a customer without an agent ranks first. */
const orphanBonus = 10_000;

/** Returns what a reason adds to the score of its chat, by cause. */
export function weightParts({ rule, severity }: Pick<AttentionReason, 'rule' | 'severity'>): ReasonWeight {
  return {
    rule: attentionRules[rule].weight,
    urgent: severity === 'hot' ? hotBonus : 0,
    noAgent: rule === 'orphan' ? orphanBonus : 0,
  };
}

/** Returns what a reason adds to the score of its chat. */
export function weightOf(reason: AttentionReason): number {
  const { rule, urgent, noAgent } = weightParts(reason);
  return rule + urgent + noAgent;
}

/** Sorts hottest first. A chat has at most one reason per rule, so the order is total. */
export function hottestFirst(reasons: readonly AttentionReason[]): AttentionReason[] {
  return [...reasons].sort((left, right) => weightOf(right) - weightOf(left));
}

/**
 * Returns the sum of the weights: orphaned chats first, then by number of hot reasons. It does not depend on time, so
 * it changes only with a reason; of equal scores the older reason ranks first.
 */
export function scoreOf(reasons: readonly AttentionReason[]): number {
  return reasons.reduce((sum, reason) => sum + weightOf(reason), 0);
}
