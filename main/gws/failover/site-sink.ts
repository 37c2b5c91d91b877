import type { ConnectionState } from '../../../preload/contract';
import type { AgentReading, FloorEvent, FloorReading, Self } from '../../floor/events';
import type { FloorSink } from '../../floor/floor-sink';

export interface SiteSinkOptions {
  readonly sink: FloorSink;
  /** Told along with every state of the connection; `null` for the address that the profile names first. */
  readonly serverName: string | null;
  /** Asked with every state of the connection: another address that refused the sign-in. */
  readonly refusedBy: () => string | null;
  /** Before the floor hears of it. */
  readonly onEnded: () => void;
}

/**
 * Stands between one address and the floor. Only the address in use is heard: one that is still being asked, and one that
 * was given up, may say what they like.
 */
export class SiteSink implements FloorSink {
  readonly #options: SiteSinkOptions;
  #isOpen = false;
  #connection: ConnectionState | null = null;

  constructor(options: SiteSinkOptions) {
    this.#options = options;
  }

  open(): void {
    this.#isOpen = true;
  }

  close(): void {
    this.#isOpen = false;
  }

  eventsHappened(events: readonly FloorEvent[]): void {
    if (this.#isOpen) this.#options.sink.eventsHappened(events);
  }

  newsMayBeMissing(): void {
    if (this.#isOpen) this.#options.sink.newsMayBeMissing();
  }

  resynchronised(reading: FloorReading, mayHaveMissedNews: boolean): void {
    if (this.#isOpen) this.#options.sink.resynchronised(reading, mayHaveMissedNews);
  }

  agentsRead(agents: readonly AgentReading[]): void {
    if (this.#isOpen) this.#options.sink.agentsRead(agents);
  }

  connectionChanged(connection: ConnectionState): void {
    this.#connection = connection;
    this.tellAgain();
  }

  /** What is told along with the connection has changed. */
  tellAgain(): void {
    const { sink, serverName, refusedBy } = this.#options;
    if (!this.#isOpen || this.#connection === null) return;
    const refuser = refusedBy();
    sink.connectionChanged({
      ...this.#connection,
      ...(serverName === null ? {} : { serverName }),
      ...(refuser === null ? {} : { refusedBy: refuser }),
    });
  }

  serverChanged(self: Self): void {
    if (this.#isOpen) this.#options.sink.serverChanged(self);
  }

  sessionRenewed(): void {
    if (this.#isOpen) this.#options.sink.sessionRenewed();
  }

  sessionEnded(reason: 'signInExpired' | 'credentialsRefused'): void {
    if (!this.#isOpen) return;
    this.#options.onEnded();
    this.#options.sink.sessionEnded(reason);
  }
}
