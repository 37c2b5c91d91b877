import type { DraftPlace } from '../../../preload/contract';
import type { Clock } from '../../base/clock';
import type { Logger } from '../../base/log';
import type { ContactCentre } from '../contact-centre';
import type { FloorStore } from '../floor-store';

/** What is known of the texts that are being written. */
export interface BegunDrafts {
  /** Returns what the draft of this number was begun for; `null` if there is none. */
  readonly begunFor: (draft: number) => DraftPlace | null;
  /** Whether this draft is sent for the first time; from now on it was sent. */
  readonly beginSend: (draft: number) => boolean;
  /** The server took the text of this draft. */
  readonly sent: (draft: number) => void;
}

/** What commands are plugged into. */
export interface CommandPorts {
  readonly floorStore: FloorStore;
  /** The platform of the session that is open now; `null` while nobody is signed in. */
  readonly contactCentre: () => ContactCentre | null;
  readonly drafts: BegunDrafts;
  readonly clock: Clock;
  readonly log: Logger;
}
