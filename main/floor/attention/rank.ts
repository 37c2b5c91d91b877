import type { AttentionReason, AttentionRule } from '../../../preload/contract';

/** How much one reason weighs against another of the same heat. Also the order of reasons of one heat within a chat. */
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

/** More than all warm reasons together, so that one hot reason goes before any number of warm ones. */
const hotBonus = 400;
/** More than all reasons together: a customer whom nobody serves goes before everybody. */
const orphanBonus = 10_000;

/** What a reason adds to the score of its chat. */
export function weightOf({ rule, severity }: AttentionReason): number {
  return weights[rule] + (severity === 'hot' ? hotBonus : 0) + (rule === 'orphan' ? orphanBonus : 0);
}

/** Hottest first. The rules of one chat are all different, so the order is total. */
export function hottestFirst(reasons: readonly AttentionReason[]): AttentionReason[] {
  return [...reasons].sort((one, other) => weightOf(other) - weightOf(one));
}

/**
 * The score is the sum of what each reason weighs: orphans first, then by the number of hot reasons, then by the rest. It
 * holds no time, so it changes only when a reason does; among equals the older reason goes first.
 */
export function scoreOf(reasons: readonly AttentionReason[]): number {
  return reasons.reduce((sum, reason) => sum + weightOf(reason), 0);
}
