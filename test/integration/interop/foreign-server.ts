/** A Bayeux server of another project, as far as the tests control it. */
export interface ForeignServer {
  readonly url: string;
  /** Sessions known to the server, including its own if it has one. */
  readonly sessionCount: number;
  /** Every subscription it accepted, in order. */
  readonly subscribed: readonly string[];
  publish(channel: string, data: unknown): Promise<void>;
  /** Breaks every connection. */
  cut(): void;
  /** As after a restart: breaks every connection and forgets all sessions. */
  forgetSessions(): void;
  close(): Promise<void>;
}
