/** Why the connection is as it is. Each has its own sentence in the catalogue (`connection.reason.*`). */
export type ConnectionReason =
  | 'starting'
  | 'signedIn'
  | 'healthy'
  | 'readingFloor'
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
  | 'credentialsRefused'
  | 'forbidden'
  | 'garbled'
  | 'notOurServer'
  | 'portal'
  | 'certificate'
  | 'proxy'
  | 'serverStopped'
  | 'signedOutByUser'
  | 'neverSignedIn';

/**
 * What the supervisor is told about freshness. `live` promises that the last good exchange is younger than 15 s.
 */
export interface ConnectionState {
  readonly phase: 'connecting' | 'live' | 'catchingUp' | 'stale' | 'offline' | 'signedOut';
  readonly reason: ConnectionReason;
  /** Epoch milliseconds of the last good exchange with the server; `null` before the first. Age is computed by the reader. */
  readonly lastGoodAt: number | null;
  /** Epoch milliseconds of the next attempt, while waiting for one. */
  readonly nextAttemptAt: number | null;
  /**
   * How far the clock that stamps what is said is ahead of this computer's; absent while they agree. Whatever of the floor is
   * compared with "now" is compared with `now + serverAheadMs`. The two times above are this computer's.
   */
  readonly serverAheadMs?: number;
  /** The host in use when it is not the one the profile names first; absent while it is. */
  readonly serverName?: string;
  /** The host of another address of the profile that refused the sign-in, so that it cannot take over; absent while none did. */
  readonly refusedBy?: string;
}
