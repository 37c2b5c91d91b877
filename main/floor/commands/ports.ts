import type { Clock } from '../../base/clock';
import type { Logger } from '../../base/log';
import type { ContactCentre } from '../contact-centre';
import type { Truth } from '../truth';

/** What commands are plugged into. */
export interface CommandPorts {
  readonly truth: Truth;
  /** The platform of the session that is open now; `null` while nobody is signed in. */
  readonly contactCentre: () => ContactCentre | null;
  readonly clock: Clock;
  readonly log: Logger;
}
