import type { AppError, ConnectionReason } from '../../../preload/contract';
import type { ServerSync } from '../sync/server-sync';
import type { AsyncReplies } from '../sync/async-replies';
import type { StreamListener } from '../stream/stream-manager';

/** Who keeps account of whether an address is of any use. */
export interface AddressHealth {
  /** An attempt failed; another one is planned. */
  failed(reason: ConnectionReason): void;
  /** The floor is live over this address, and requests are answered. */
  good(): void;
  /** The credentials were sent there once more, to restore a lost session. */
  credentialsUsed(): void;
}

export interface Witnessed {
  readonly feed: ServerSync;
  readonly answers: AsyncReplies;
  readonly witness: AddressHealth;
  /** In step with the server, which answers requests too. */
  readonly isOfUse: () => boolean;
}

/** The feed hears everything first: what it makes of it decides whether the address is any good. */
export function reportHealth({ feed, answers, witness, isOfUse }: Witnessed): StreamListener {
  return {
    onSubscribed: () => feed.onSubscribed(),
    onMessages: (messages) => feed.onMessages(answers.extractReplies(messages)),
    onPoll: () => {
      feed.onPoll();
      if (isOfUse()) witness.good();
    },
    onInterrupted: (trouble, mayHaveLost, nextAttemptAt) => {
      feed.onInterrupted(trouble, mayHaveLost, nextAttemptAt);
      // Without a next attempt it is still being repaired, and says later how that went.
      if (nextAttemptAt !== null) witness.failed(trouble.reason);
    },
  };
}

/** A server whose stream lives but which cannot be read is of no use either. */
export function readFailureReason({ code }: AppError): ConnectionReason {
  return code === 'server.busy' ? 'serverBusy' : 'serverError';
}
