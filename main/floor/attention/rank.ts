import type { AttentionReason, AttentionRule } from '../../../preload/contract';

/** Weights of reasons with the same severity, between chats and within a chat. */
const weights: Readonly<Record<AttentionRule, number>> = {
  orphan: 60,
  danger: 50,
  customerWaiting: 30,
  escalationWords: 28,
  threats: 27,
  insults: 26,
  agentSilent: 24,
  repeated: 22,
  unanswered: 20,
  pingPong: 16,
  watchedWords: 12,
  longHandling: 8,
  newAgent: 6,
};

/** Greater than all warm reasons together: one hot reason ranks before any number of warm ones. */
const hotBonus = 400;
/** Greater than all reasons together: a customer without an agent ranks first. */
const orphanBonus = 10_000;

/** Returns what a reason adds to the score of its chat. */
export function weightOf({ rule, severity }: AttentionReason): number {
  return weights[rule] + (severity === 'hot' ? hotBonus : 0) + (rule === 'orphan' ? orphanBonus : 0);
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
