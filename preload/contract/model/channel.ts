/** How the customer writes: in a web chat, or by text messages to a number. */
export type Medium = 'chat' | 'sms';

/** Reason for not being ready, in the server's words. */
export interface NotReadyReason {
  readonly id: string;
  readonly label: string;
}

/** One of the supervisor's own channels: whether work may be routed to them there. */
export interface OwnChannel {
  readonly medium: Medium;
  readonly state: 'ready' | 'notReady' | 'loggedOut' | 'unknown';
  /** The server's text for the state; `null` if it sent none. */
  readonly text: string | null;
  /** The current reason, if it is one of `reasons`. */
  readonly reasonId: string | null;
  /** Reasons that the server offers for not being ready; may be empty. */
  readonly reasons: readonly NotReadyReason[];
}
