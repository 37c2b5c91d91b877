import type { AppError, ConnectionReason } from '../../../preload/contract';
import type { ServerSync } from '../sync/server-sync';
import type { AsyncReplies } from '../sync/async-replies';
import type { StreamListener } from '../stream/stream-manager';

/** Receives what is known about the health of one address. */
export interface AddressHealth {
  /** An attempt failed and another one is planned. */
  failed(reason: ConnectionReason): void;
  /** The floor is live over this address and requests succeed. */
  good(): void;
  /** The credentials were sent again to restore a lost session. */
  credentialsUsed(): void;
}

export interface HealthReportOptions {
  readonly feed: ServerSync;
  readonly replies: AsyncReplies;
  readonly health: AddressHealth;
  /** Returns whether the floor is in sync and requests succeed. */
  readonly isOfUse: () => boolean;
}

/** The feed handles each event first, because its result decides whether the address is usable. */
export function reportHealth({ feed, replies, health, isOfUse }: HealthReportOptions): StreamListener {
  return {
    onSubscribed: () => feed.onSubscribed(),
    onMessages: (messages) => feed.onMessages(replies.extractReplies(messages)),
    onPoll: () => {
      feed.onPoll();
      if (isOfUse()) health.good();
    },
    onInterrupted: (problem, mayHaveLost, nextAttemptAt) => {
      feed.onInterrupted(problem, mayHaveLost, nextAttemptAt);
      // Without a next attempt the problem is still being repaired; the repair reports its own outcome.
      if (nextAttemptAt !== null) health.failed(problem.reason);
    },
  };
}

/** Returns the connection reason for a failed read: a server that streams but cannot be read is not usable. */
export function readFailureReason({ code }: AppError): ConnectionReason {
  return code === 'server.busy' ? 'serverBusy' : 'serverError';
}
