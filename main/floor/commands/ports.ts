import type { DraftPlace, Rights } from '../../../preload/contract';
import type { Clock } from '../../base/clock';
import type { Logger } from '../../base/log';
import type { ContactCentre } from '../contact-centre';
import type { FloorStore } from '../floor-store';

/** Drafts and whether they were sent. */
export interface BegunDrafts {
  /** Returns the chat and audience that this draft was begun for; `null` if unknown. */
  readonly begunFor: (draft: number) => DraftPlace | null;
  /** Returns whether this draft is sent for the first time, and marks it as sent. */
  readonly beginSend: (draft: number) => boolean;
  /** Reports that the server accepted the text of this draft. */
  readonly sent: (draft: number) => void;
}

/** Ports and dependencies of all commands. */
export interface CommandPorts {
  readonly floorStore: FloorStore;
  /** Returns the contact centre of the open session; `null` while signed out. */
  readonly contactCentre: () => ContactCentre | null;
  readonly drafts: BegunDrafts;
  readonly rights: Rights;
  /** Returns whether card and account numbers in past chats are masked; absent: never. */
  readonly masksNumbers?: () => boolean;
  readonly clock: Clock;
  readonly log: Logger;
}
