import type { Agent, ConnectionState } from '../../../preload/contract';
import type { FloorEvent, ServerSnapshot, CurrentSupervisor } from '../../floor/events';
import type { FloorSink } from '../../floor/floor-sink';

export interface SiteSinkOptions {
  readonly sink: FloorSink;
  /** Published with every connection state; `null` for the first address of the profile. */
  readonly serverName: string | null;
  /** Returns another address that refused the sign-in; published with every connection state. */
  readonly refusedBy: () => string | null;
  /** Called before the floor is notified. */
  readonly onEnded: () => void;
}

/**
 * Forwards the events of one address to the floor while it is in use. Events of an address that is still being
 * tried, or that was discarded, are dropped.
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

  applyResync(reading: ServerSnapshot, mayHaveMissedEvents: boolean): void {
    if (this.#isOpen) this.#options.sink.applyResync(reading, mayHaveMissedEvents);
  }

  applyDirectory(agents: readonly Agent[]): void {
    if (this.#isOpen) this.#options.sink.applyDirectory(agents);
  }

  connectionChanged(connection: ConnectionState): void {
    this.#connection = connection;
    this.republishConnection();
  }

  /** Publishes the last connection state again because the server name or `refusedBy` changed. */
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
