/** Why the connection is as it is. Each has its own sentence in the catalogue (`connection.reason.*`). */
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

/** A source that is read beside the stream. Times are epoch milliseconds of this computer. */
export interface SourceState {
  /** Of the last good read; `null` before the first. */
  readonly lastSuccessAt: number | null;
  /** Since when reads have failed, long enough to say so; `null` while they do not. */
  readonly failingSince: number | null;
}

/**
 * What the supervisor is told about freshness. `live` promises that the last good exchange on the stream is younger than 15 s and
 * that the server answers requests.
 */
export interface ConnectionState {
  readonly phase: 'connecting' | 'live' | 'catchingUp' | 'stale' | 'offline' | 'signedOut';
  readonly reason: ConnectionReason;
  /** Epoch milliseconds of the last good exchange on the stream; `null` before the first. Age is computed by the reader. */
  readonly lastSuccessAt: number | null;
  /** Epoch milliseconds of the next attempt, while waiting for one. */
  readonly nextAttemptAt: number | null;
  /**
   * What is shown rests on these as well; absent before the first read. `requests`: failing means that the server refuses whatever
   * it is asked, which is not `live`. `agents`: the list of agents; when it fails, everything else may still be `live`.
   */
  readonly sources?: { readonly requests: SourceState; readonly agents: SourceState };
  /**
   * How far the clock that stamps what is said is ahead of this computer's; absent while they agree. Whatever of the floor is
   * compared with "now" is compared with `now + serverClockOffsetMs`. The two times above are this computer's.
   */
  readonly serverClockOffsetMs?: number;
  /** The host in use when it is not the one the profile names first; absent while it is. */
  readonly serverName?: string;
  /** The host of another address of the profile that refused the sign-in, so that it cannot take over; absent while none did. */
  readonly refusedBy?: string;
}
