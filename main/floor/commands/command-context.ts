import type { InvitationModes } from '../step-back/invitation-modes';
import type { WatchExposure } from '../step-back/watch-exposure';
import type { CommandDispatcher } from './command-dispatcher';
import type { CommandPorts } from './ports';
import type { SendQueue } from './send-queue';
import type { WatchRequestQueue } from './watch-request-queue';

/** Dependencies of every command. */
export interface CommandContext extends CommandPorts {
  readonly dispatcher: CommandDispatcher;
  readonly turns: WatchRequestQueue;
  readonly sendQueue: SendQueue;
  readonly watchExposure: WatchExposure;
  readonly invitationModes: InvitationModes;
}
