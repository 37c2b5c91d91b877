import type { ConnectionReason, ConnectionState, SourceState } from '../../../preload/contract';

/** The promise behind `live`: no older than this. */
export const freshnessLimitMs = 15_000;

/** What is known about the line to the server, from which what the supervisor is told follows. */
export interface LinkState {
  readonly line:
    | { readonly is: 'off'; readonly reason: ConnectionReason }
    | { readonly is: 'opening'; readonly reason: ConnectionReason }
    | { readonly is: 'up'; readonly isCaughtUp: boolean }
    | {
        readonly is: 'down';
        readonly reason: ConnectionReason;
        readonly isUnreachable: boolean;
        readonly nextAttemptAt: number | null;
      };
  readonly hasBeenLive: boolean;
  readonly lastSuccessAt: number | null;
  /** Milliseconds since the last good exchange; `null` before the first. */
  readonly ageMs: number | null;
  readonly sources: { readonly requests: SourceState; readonly agents: SourceState };
}

/**
 * In words: live only while the line is up, everything was read, the last good exchange is fresh and the server answers what it is
 * asked. A list of agents that cannot be read takes nothing from the chats: it is told along. A line that broke a
 * moment ago is catching up, and stale once what is on the screen is no longer fresh. Where there is nothing to reach (refused, another
 * certificate, no network), it is offline at once: that will not pass by itself. Before the first time live, it is connecting.
 */
export function deriveConnectionState(facts: LinkState): ConnectionState {
  const { sources } = facts;
  const isToldAlong = Object.values(sources).some(
    (source) => source.lastSuccessAt !== null || source.failingSince !== null,
  );
  return isToldAlong ? { ...lineShown(facts), sources } : lineShown(facts);
}

function lineShown(facts: LinkState): ConnectionState {
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
        lastSuccessAt,
        nextAttemptAt: line.nextAttemptAt,
      };
  }
}

function phaseWhenDown(isUnreachable: boolean, hasBeenLive: boolean, isFresh: boolean): ConnectionState['phase'] {
  if (isUnreachable) return 'offline';
  if (hasBeenLive && isFresh) return 'catchingUp';
  return hasBeenLive ? 'stale' : 'connecting';
}
