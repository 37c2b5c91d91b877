import type { ConnectionReason, ConnectionState, SentenceValues, SourceState } from '../../../preload/contract';

/** Milliseconds. Data shown as live is never older. */
export const freshnessLimitMs = 15_000;

/** Facts about the link to the server from which the connection state is derived. */
export interface LinkState {
  readonly line:
    | { readonly is: 'off'; readonly reason: ConnectionReason }
    | { readonly is: 'opening'; readonly reason: ConnectionReason }
    | { readonly is: 'up'; readonly isCaughtUp: boolean }
    | {
        readonly is: 'down';
        readonly reason: ConnectionReason;
        readonly values?: SentenceValues;
        readonly isUnreachable: boolean;
        readonly nextAttemptAt: number | null;
      };
  readonly hasBeenLive: boolean;
  readonly lastSuccessAt: number | null;
  /** Milliseconds since the last successful exchange; `null` before the first. */
  readonly ageMs: number | null;
  readonly sources: { readonly requests: SourceState; readonly agents: SourceState };
}

/**
 * Derives the connection state to show. `live`: link up, resync done, last successful exchange fresh, requests
 * answered. `catchingUp`: link up but not resynced. `interrupted`: link down while the data is fresh. `stale`: data no
 * longer fresh. `offline`: server unreachable (refused, certificate, no network), at once, since that does not recover
 * soon. `connecting`: before the first `live`. A failing directory does not change the phase; it is reported
 * separately.
 */
export function deriveConnectionState(facts: LinkState): ConnectionState {
  const { sources } = facts;
  const isAnySourceFailing = Object.values(sources).some(
    (source) => source.lastSuccessAt !== null || source.failingSince !== null,
  );
  return isAnySourceFailing ? { ...deriveFromLink(facts), sources } : deriveFromLink(facts);
}

function deriveFromLink(facts: LinkState): ConnectionState {
  const { line, lastSuccessAt, sources } = facts;
  const isFresh = facts.ageMs !== null && facts.ageMs < freshnessLimitMs;
  switch (line.is) {
    case 'off':
      return { phase: 'signedOut', reason: line.reason, lastSuccessAt, nextAttemptAt: null };
    case 'opening':
      return { phase: 'connecting', reason: line.reason, lastSuccessAt, nextAttemptAt: null };
    case 'up':
      if (!isFresh) return { phase: 'stale', reason: 'noAnswer', lastSuccessAt, nextAttemptAt: null };
      if (line.isCaughtUp && sources.requests.failingSince !== null)
        return { phase: 'stale', reason: 'requestsRefused', lastSuccessAt, nextAttemptAt: null };
      return line.isCaughtUp
        ? { phase: 'live', reason: 'healthy', lastSuccessAt, nextAttemptAt: null }
        : { phase: 'catchingUp', reason: 'readingFloor', lastSuccessAt, nextAttemptAt: null };
    case 'down':
      return {
        phase: phaseWhenDown(line.isUnreachable, facts.hasBeenLive, isFresh),
        reason: line.reason,
        ...(line.values === undefined ? {} : { reasonValues: line.values }),
        lastSuccessAt,
        nextAttemptAt: line.nextAttemptAt,
      };
  }
}

function phaseWhenDown(isUnreachable: boolean, hasBeenLive: boolean, isFresh: boolean): ConnectionState['phase'] {
  if (isUnreachable) return 'offline';
  if (hasBeenLive && isFresh) return 'interrupted';
  return hasBeenLive ? 'stale' : 'connecting';
}
