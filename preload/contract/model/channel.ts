/** How the customer writes: in a web chat, or by text messages to a number. */
export type Medium = 'chat' | 'sms';

/** Why somebody is not ready, in the server's own words. */
export interface NotReadyReason {
  readonly id: string;
  readonly label: string;
}

/** The supervisor's own standing on one channel of the contact centre: whether work may be routed to them there. */
export interface OwnChannel {
  readonly medium: Medium;
  readonly state: 'ready' | 'notReady' | 'loggedOut' | 'unknown';
  /** The server's own words for the state; `null` when it gave none. */
  readonly text: string | null;
  /** The reason in force, where it is one of `reasons`. */
  readonly reasonId: string | null;
  /** The reasons the server offers for not being ready; empty where it offers none. */
  readonly reasons: readonly NotReadyReason[];
}
