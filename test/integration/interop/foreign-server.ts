/** A Bayeux server that is not ours, as far as the tests move it. */
export interface ForeignServer {
  readonly url: string;
  /** Sessions the server knows of, one of its own included where it has one. */
  readonly sessionCount: number;
  /** Every subscription it ever took, in order. */
  readonly subscribed: readonly string[];
  publish(channel: string, data: unknown): Promise<void>;
  /** Breaks every connection. */
  cut(): void;
  /** As after a restart: breaks every connection and knows no session any more. */
  forgetSessions(): void;
  close(): Promise<void>;
}
