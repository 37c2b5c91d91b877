import type { Agent, Watch } from './model/agent';
import type { Chat, Transcript } from './model/chat';
import type { ConnectionState } from './model/connection';
import type { PendingIntent } from './model/pending';
import type { SessionState } from './model/session';

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
  readonly chats: readonly Chat[];
  readonly transcripts: readonly Transcript[];
  readonly pending: readonly PendingIntent[];
}
