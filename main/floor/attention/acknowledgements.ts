import type { AttentionReason, AttentionRule } from '../../../preload/contract';

/** A reason as it stood when the supervisor said that it is seen to. */
export interface Acknowledgement {
  readonly reason: AttentionReason;
  readonly markedAt: number;
}

export type Acknowledgements = ReadonlyMap<AttentionRule, Acknowledgement>;

/** However fresh the reason was, it stays quiet at least so long. */
const shortestQuietMs = 120_000;

/** Whether it is still what was seen to. It is worse when it is hotter, more, newly said, or has lasted twice as long. */
export function isStillAcknowledged(
  { reason: seen, markedAt }: Acknowledgement,
  reason: AttentionReason,
  now: number,
): boolean {
  if (reason.severity === 'hot' && seen.severity === 'warm') return false;
  if ((reason.count ?? 0) > (seen.count ?? 0) || reason.entryIndex !== seen.entryIndex) return false;
  if (reason.since !== seen.since) return false;
  if (seen.since === null || isSaidOnce(reason.rule)) return true;
  return now - markedAt < Math.max(shortestQuietMs, markedAt - seen.since);
}

/** Of what was said, only saying it again is worse; its mere age is not. */
function isSaidOnce(rule: AttentionRule): boolean {
  return saidOnce.has(rule);
}
const saidOnce: ReadonlySet<AttentionRule> = new Set([
  'escalationWords',
  'threats',
  'insults',
  'danger',
  'watchedWords',
  'repeated',
  'pingPong',
]);

/** Marks whose reason has gone are forgotten: if it comes again, it is news. */
export function pruneAcknowledgements(marks: Acknowledgements, reasons: readonly AttentionReason[]): Acknowledgements {
  if (marks.size === 0) return marks;
  const present = new Set(reasons.map(({ rule }) => rule));
  if ([...marks.keys()].every((rule) => present.has(rule))) return marks;
  return new Map([...marks].filter(([rule]) => present.has(rule)));
}
