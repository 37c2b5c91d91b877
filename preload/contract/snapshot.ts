import type { Agent, Watch } from './model/agent';
import type { OwnChannel } from './model/channel';
import type { ChatAttention } from './model/attention';
import type { Chat, Transcript } from './model/chat';
import type { ConnectionState } from './model/connection';
import type { PendingCommand } from './model/pending-command';
import type { SessionState } from './model/session';
import type { StepBackState } from './model/step-back';

/** State of the server that windows show, at one moment. */
export interface Snapshot {
  /** Changes at sign-in, sign-out and each resync. */
  readonly epoch: number;
  /** `seq` of the last envelope that this snapshot contains. */
  readonly seq: number;
  readonly session: SessionState;
  readonly connection: ConnectionState;
  readonly agents: readonly Agent[];
  readonly watches: readonly Watch[];
  /** Empty until the server reports them, or if it does not. */
  readonly ownChannels: readonly OwnChannel[];
  readonly chats: readonly Chat[];
  readonly transcripts: readonly Transcript[];
  readonly pending: readonly PendingCommand[];
  /** `null` if there is no step back to show. */
  readonly stepBack: StepBackState | null;
  /** Chats with active or acknowledged reasons, unordered. */
  readonly attention: readonly ChatAttention[];
}
