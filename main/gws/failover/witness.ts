import type { AppError, ConnectionReason } from '../../../preload/contract';
import type { FloorFeed } from '../reading/floor-feed';
import type { LateAnswers } from '../reading/late-answers';
import type { StreamListener } from '../stream/stream-supervisor';

/** Who keeps account of whether an address is of any use. */
export interface Witness {
  /** An attempt failed; another one is planned. */
  failed(reason: ConnectionReason): void;
  /** The floor is live over this address, and requests are answered. */
  good(): void;
  /** The credentials were sent there once more, to restore a lost session. */
  credentialsUsed(): void;
}

export interface Witnessed {
  readonly feed: FloorFeed;
  readonly answers: LateAnswers;
  readonly witness: Witness;
  /** In step with the server, which answers requests too. */
  readonly isOfUse: () => boolean;
}

/** The feed hears everything first: what it makes of it decides whether the address is any good. */
export function witnessed({ feed, answers, witness, isOfUse }: Witnessed): StreamListener {
  return {
    subscribed: () => feed.subscribed(),
    news: (messages) => feed.news(answers.hear(messages)),
    polled: () => {
      feed.polled();
      if (isOfUse()) witness.good();
    },
    interrupted: (trouble, mayHaveLost, nextAttemptAt) => {
      feed.interrupted(trouble, mayHaveLost, nextAttemptAt);
      // Without a next attempt it is still being repaired, and says later how that went.
      if (nextAttemptAt !== null) witness.failed(trouble.reason);
    },
  };
}

/** A server whose stream lives but which cannot be read is of no use either. */
export function reasonOfReading({ code }: AppError): ConnectionReason {
  return code === 'server.busy' ? 'serverBusy' : 'serverError';
}
