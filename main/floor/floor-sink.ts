import type { Agent, ConnectionState } from '../../preload/contract';
import type { FloorEvent, ServerSnapshot, CurrentSupervisor } from './events';

/** Receives what a contact-centre platform reports. Implemented by the floor store; called in the order of events. */
export interface FloorSink {
  /** Applies events of the stream, with duplicates and in any order. */
  applyEvents(events: readonly FloorEvent[]): void;
  /** Marks that events may be lost: what the next resync cannot restore is missing after what is known now. */
  markEventsLost(): void;
  /**
   * Replaces the state by a full read. `mayHaveMissedEvents` is true if notifications may have been lost since the last
   * successful exchange; what the read cannot prove complete then gets a gap.
   */
  applyResync(snapshot: ServerSnapshot, mayHaveMissedEvents: boolean): void;
  /** Applies the whole directory. */
  applyDirectory(agents: readonly Agent[]): void;
  connectionChanged(connection: ConnectionState): void;
  /** A server session replaced a lost one: its watches ended and must be requested again. */
  sessionRenewed(): void;
  /**
   * Another server of the same contact centre replaces a failed one; `self` is the supervisor's identity there. The
   * state of the old session is gone. `sessionRenewed` follows after the first resync.
   */
  serverChanged(self: CurrentSupervisor): void;
  /** The session ended and requires a new sign-in (credentials refused or revoked). */
  sessionEnded(reason: 'signInExpired' | 'credentialsRefused'): void;
}
