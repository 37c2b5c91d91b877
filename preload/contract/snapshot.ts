import type { Agent, Watch } from './model/agent';
import type { OwnChannel } from './model/channel';
import type { ChatAttention } from './model/attention';
import type { Chat, Transcript } from './model/chat';
import type { ConnectionState } from './model/connection';
import type { PendingCommand } from './model/pending-command';
import type { SessionState } from './model/session';
import type { StepBackState } from './model/step-back';

/** Everything a window shows that comes from the server, at one moment. */
export interface Snapshot {
  /** Changes at sign-in, sign-out and at each re-synchronisation. */
  readonly epoch: number;
  /** The number of the last envelope this snapshot already contains. */
  readonly seq: number;
  readonly session: SessionState;
  readonly connection: ConnectionState;
  readonly agents: readonly Agent[];
  readonly watches: readonly Watch[];
  /** Empty until the server told them, or where it does not tell. */
  readonly ownChannels: readonly OwnChannel[];
  readonly chats: readonly Chat[];
  readonly transcripts: readonly Transcript[];
  readonly pending: readonly PendingCommand[];
  /** `null`: no return to monitoring is under way or to be reported. */
  readonly stepBack: StepBackState | null;
  /** Chats that need a person, or would if they had not been seen to. In no order. */
  readonly attention: readonly ChatAttention[];
}
