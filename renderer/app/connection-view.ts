import type { ConnectionReason, ConnectionState } from '../../preload/contract';

/** What main promises of "live": the last good exchange is younger than this. */
const freshForMs = 15_000;

export interface ConnectionView {
  readonly phase: ConnectionState['phase'];
  readonly reason: ConnectionReason;
  /** Whole seconds since the last good exchange; `null` before the first. */
  readonly ageSeconds: number | null;
  /** Whole seconds until the next attempt, never below zero; `null` when none is planned. */
  readonly retrySeconds: number | null;
  readonly lastGoodAt: number | null;
  /** False when what is on the screen may be old. */
  readonly isCurrent: boolean;
}

/**
 * The connection as shown at `now`. Main says when something changed; this reader also keeps it honest in between:
 * a "live" that was not renewed in time is shown as stale, even if main itself has stopped speaking.
 */
export function viewConnection(state: ConnectionState, now: number): ConnectionView {
  const ageMs = state.lastGoodAt === null ? null : Math.max(0, now - state.lastGoodAt);
  const isOverdue = state.phase === 'live' && ageMs !== null && ageMs >= freshForMs;
  const phase = isOverdue ? 'stale' : state.phase;
  return {
    phase,
    reason: isOverdue ? 'noAnswer' : state.reason,
    ageSeconds: ageMs === null ? null : Math.floor(ageMs / 1000),
    retrySeconds: state.nextAttemptAt === null ? null : Math.max(0, Math.ceil((state.nextAttemptAt - now) / 1000)),
    lastGoodAt: state.lastGoodAt,
    isCurrent: phase === 'live',
  };
}
