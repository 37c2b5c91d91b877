import type { SentenceValues, NetworkProblem } from './network-problem';

/** Reasons for the connection state. Each has a sentence in the catalogue (`connection.reason.*`). */
export type ConnectionReason =
  | 'starting'
  | 'signedIn'
  | 'healthy'
  | 'readingFloor'
  | 'requestsRefused'
  | 'serverBusy'
  | 'serverError'
  | 'serverUnreachable'
  | 'networkDown'
  | 'connectionLost'
  | 'noAnswer'
  | 'sessionLost'
  | 'streamForgotten'
  | 'tokenStale'
  | 'switchingServer'
  | 'signInExpired'
  | 'signInPage'
  | 'credentialsRefused'
  | 'forbidden'
  | 'garbled'
  | 'notOurServer'
  | 'portal'
  | 'certificate'
  | NetworkProblem
  | 'proxy'
  | 'serverStopped'
  | 'signedOutByUser'
  | 'signOutNotConfirmed'
  | 'neverSignedIn';

/** A source that is read in addition to the stream. Times are epoch milliseconds of this computer. */
export interface SourceState {
  /** Last successful read; `null` before the first. */
  readonly lastSuccessAt: number | null;
  /** Since when reads have failed, if long enough to show; otherwise `null`. */
  readonly failingSince: number | null;
}

/**
 * Connection state that the supervisor sees. `live` promises that the last successful exchange on the stream is younger
 * than 15 s and that the server answers requests. `interrupted`: nothing arrives, but the shown data is still fresh.
 */
export interface ConnectionState {
  readonly phase: 'connecting' | 'live' | 'catchingUp' | 'interrupted' | 'stale' | 'offline' | 'signedOut';
  readonly reason: ConnectionReason;
  /** Values for the sentence of the reason, if it has any. */
  readonly reasonValues?: SentenceValues;
  /**
   * Epoch milliseconds of the last successful exchange on the stream; `null` before the first. The reader computes the
   * age.
   */
  readonly lastSuccessAt: number | null;
  /** Epoch milliseconds of the next attempt, if one is scheduled. */
  readonly nextAttemptAt: number | null;
  /**
   * Further sources of what is shown; absent before the first read. `requests` fails if the server refuses all
   * requests, which is not `live`. `agents` is the list of agents; without it the rest may still be `live`.
   */
  readonly sources?: { readonly requests: SourceState; readonly agents: SourceState };
  /**
   * Milliseconds that the server's clock is ahead of this computer's; absent while they agree. Compare times of the
   * floor with `now + serverClockOffsetMs`. The two times above are this computer's.
   */
  readonly serverClockOffsetMs?: number;
  /**
   * Milliseconds that the server is asked to hold a poll, if that was shortened because something on the way cuts longer
   * ones.
   */
  readonly shortenedHoldMs?: number;
  /** Host in use, if it is not the first one of the profile. */
  readonly serverName?: string;
  /** Host of another address of the profile that refused the sign-in, so it cannot take over; absent if none did. */
  readonly refusedBy?: string;
}
