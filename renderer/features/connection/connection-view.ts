import type { ConnectionReason, ConnectionState } from '../../../preload/contract';

/** Milliseconds. Main reports `live` only if the last successful exchange is more recent than this. */
const freshForMs = 15_000;

export interface ConnectionView {
  /** `partly`: the chats are live, the list of agents is stale. */
  readonly phase: ConnectionState['phase'] | 'partly';
  readonly reason: ConnectionReason;
  /**
   * Whole seconds since the last successful exchange with the source that decides the phase; `null` before the first.
   */
  readonly ageSeconds: number | null;
  /** Whole seconds until the next attempt, at least 0; `null` if none is planned. */
  readonly retrySeconds: number | null;
  /** The stream's connection state. */
  readonly lastSuccessAt: number | null;
  /** False if the displayed data may be stale. */
  readonly isCurrent: boolean;
}

/**
 * Returns the connection state to show at `now`. A `live` that main did not renew in time becomes stale, even if main
 * has stopped responding.
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
