import type { InvitationModes } from '../step-back/invitation-modes';
import type { WatchExposure } from '../step-back/watch-exposure';
import type { IntentDesk } from './intent-desk';
import type { CommandPorts } from './ports';
import type { SendQueue } from './send-queue';
import type { WatchTurns } from './watch-turns';

/** What each command gets. */
export interface CommandTools extends CommandPorts {
  readonly desk: IntentDesk;
  readonly turns: WatchTurns;
  readonly sendQueue: SendQueue;
  readonly watchExposure: WatchExposure;
  readonly invitationModes: InvitationModes;
}
