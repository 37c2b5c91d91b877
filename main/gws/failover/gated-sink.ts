import type { ConnectionState } from '../../../preload/contract';
import type { AgentUpdate, FloorEvent, ServerSnapshot, CurrentSupervisor } from '../../floor/events';
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
export class GatedSink implements FloorSink {
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

  applyEvents(events: readonly FloorEvent[]): void {
    if (this.#isOpen) this.#options.sink.applyEvents(events);
  }

  markEventsLost(): void {
    if (this.#isOpen) this.#options.sink.markEventsLost();
  }

  applyResync(reading: ServerSnapshot, mayHaveMissedNews: boolean): void {
    if (this.#isOpen) this.#options.sink.applyResync(reading, mayHaveMissedNews);
  }

  applyDirectory(agents: readonly AgentUpdate[]): void {
    if (this.#isOpen) this.#options.sink.applyDirectory(agents);
  }

  connectionChanged(connection: ConnectionState): void {
    this.#connection = connection;
    this.republishConnection();
  }

  /** What is told along with the connection has changed. */
  republishConnection(): void {
    const { sink, serverName, refusedBy } = this.#options;
    if (!this.#isOpen || this.#connection === null) return;
    const refuser = refusedBy();
    sink.connectionChanged({
      ...this.#connection,
      ...(serverName === null ? {} : { serverName }),
      ...(refuser === null ? {} : { refusedBy: refuser }),
    });
  }

  serverChanged(self: CurrentSupervisor): void {
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
