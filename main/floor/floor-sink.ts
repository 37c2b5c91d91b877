import type { ConnectionState } from '../../preload/contract';
import type { AgentUpdate, FloorEvent, ServerSnapshot, CurrentSupervisor } from './events';

/** Where a contact-centre platform pours what it learns. Implemented by the floor; called in the order things happened. */
export interface FloorSink {
  /** News from the stream. Duplicates and any order are fine. */
  applyEvents(events: readonly FloorEvent[]): void;
  /** What was on its way may be lost: whatever the next reading cannot give back was lost behind what is known now. */
  markEventsLost(): void;
  /**
   * Everything was read again: swap the truth for this reading at once, then go on with the news.
   * `mayHaveMissedNews` is true when notifications could have been lost since the last good exchange, so that what
   * the reading cannot prove complete is marked as a gap.
   */
  applyResync(reading: ServerSnapshot, mayHaveMissedNews: boolean): void;
  /** The directory was read; whole list. */
  applyDirectory(agents: readonly AgentUpdate[]): void;
  connectionChanged(connection: ConnectionState): void;
  /** A new server session took the place of a lost one: standing watches ended with the old one and must be made again. */
  sessionRenewed(): void;
  /**
   * Another server of the same contact centre takes the place of one that failed: this is who the supervisor is there.
   * Whatever stood in the old one's session is gone with it; `sessionRenewed` follows once the new one is in step.
   */
  serverChanged(self: CurrentSupervisor): void;
  /** The session is gone and only a person can bring it back (credentials refused, revoked). */
  sessionEnded(reason: 'signInExpired' | 'credentialsRefused'): void;
}
