import type { ConnectionReason, ConnectionState } from '../../preload/contract';

/** What main promises of "live": the last good exchange is younger than this. */
const freshForMs = 15_000;

export interface ConnectionView {
  /** `partly`: the chats are live, the list of agents is old. */
  readonly phase: ConnectionState['phase'] | 'partly';
  readonly reason: ConnectionReason;
  /** Whole seconds since the last good exchange with the source that decides the phase; `null` before the first. */
  readonly ageSeconds: number | null;
  /** Whole seconds until the next attempt, never below zero; `null` when none is planned. */
  readonly retrySeconds: number | null;
  /** Of the stream. */
  readonly lastSuccessAt: number | null;
  /** False when what is on the screen may be old. */
  readonly isCurrent: boolean;
}

/**
 * The connection as shown at `now`. Main says when something changed; this reader also keeps it honest in between:
 * a "live" that was not renewed in time is shown as stale, even if main itself has stopped speaking.
 */
export function viewConnection(state: ConnectionState, now: number): ConnectionView {
  const { lastSuccessAt, nextAttemptAt, sources } = state;
  const isOverdue = state.phase === 'live' && lastSuccessAt !== null && now - lastSuccessAt >= freshForMs;
  const shared = {
    retrySeconds: nextAttemptAt === null ? null : Math.max(0, Math.ceil((nextAttemptAt - now) / 1000)),
    lastSuccessAt,
    isCurrent: false,
  };
  if (isOverdue) return { ...shared, phase: 'stale', reason: 'noAnswer', ageSeconds: secondsSince(lastSuccessAt, now) };
  if (state.phase === 'live' && sources !== undefined && sources.agents.failingSince !== null) {
    const { agents } = sources;
    const ageSeconds = secondsSince(agents.lastSuccessAt ?? agents.failingSince, now);
    return { ...shared, phase: 'partly', reason: state.reason, ageSeconds };
  }
  const requests = state.reason === 'requestsRefused' ? sources?.requests : undefined;
  const since = requests === undefined ? lastSuccessAt : (requests.lastSuccessAt ?? requests.failingSince);
  return {
    ...shared,
    phase: state.phase,
    reason: state.reason,
    ageSeconds: secondsSince(since, now),
    isCurrent: state.phase === 'live',
  };
}

function secondsSince(at: number | null, now: number): number | null {
  return at === null ? null : Math.floor(Math.max(0, now - at) / 1000);
}
