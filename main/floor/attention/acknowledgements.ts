import type { AttentionReason, AttentionRule } from '../../../preload/contract';
import { attentionRules } from '../../../preload/contract/attention-rules';

/** A reason as it was when the supervisor acknowledged it. */
export interface Acknowledgement {
  readonly reason: AttentionReason;
  readonly markedAt: number;
}

export type Acknowledgements = ReadonlyMap<AttentionRule, Acknowledgement>;

/** Milliseconds. Minimum time that an acknowledged reason stays hidden, however recent it was. */
const minQuietMs = 120_000;

/**
 * Returns whether an acknowledgement still applies. A reason is worse when it is hotter, greater, newly said, or has
 * lasted twice as long.
 */
export function isStillAcknowledged(
  { reason: seen, markedAt }: Acknowledgement,
  reason: AttentionReason,
  now: number,
): boolean {
  if (reason.severity === 'hot' && seen.severity === 'warm') return false;
  if ((reason.count ?? 0) > (seen.count ?? 0) || reason.entryIndex !== seen.entryIndex) return false;
  if (reason.since !== seen.since) return false;
  if (seen.since === null || !attentionRules[reason.rule].getsWorseWithTime) return true;
  return now < quietUntil(markedAt, seen.since);
}

/** Returns the times at which acknowledged reasons return because they lasted. */
export function acknowledgementEnds(acknowledgements: Acknowledgements): readonly number[] {
  return [...acknowledgements.values()].flatMap(({ reason: { since }, markedAt }) =>
    since === null ? [] : [quietUntil(markedAt, since)],
  );
}

function quietUntil(markedAt: number, since: number): number {
  return markedAt + Math.max(minQuietMs, markedAt - since);
}

/** Drops acknowledgements whose reason is gone, so that the reason counts as new when it returns. */
export function pruneAcknowledgements(marks: Acknowledgements, reasons: readonly AttentionReason[]): Acknowledgements {
  if (marks.size === 0) return marks;
  const present = new Set(reasons.map(({ rule }) => rule));
  if ([...marks.keys()].every((rule) => present.has(rule))) return marks;
  return new Map([...marks].filter(([rule]) => present.has(rule)));
}
