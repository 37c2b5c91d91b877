import type { Medium } from './channel';
import type { Mode, WatchScope } from './mode';

export type Presence = 'ready' | 'notReady' | 'loggedOut' | 'unknown';

/** A chat that an agent has in progress, as reported by the server. */
export interface AgentChat {
  readonly chatId: string;
  readonly medium: Medium;
  readonly customerName: string | null;
  readonly startedAt: number | null;
}

export interface Agent {
  readonly id: string;
  readonly userName: string;
  readonly name: string;
  /** Employee number, if the directory contains it. */
  readonly employeeId?: string;
  readonly presence: Presence;
  /** The server's text for the state of the chat channel, e.g. "Not Ready - Lunch"; `null` if it sent none. */
  readonly presenceText: string | null;
  /** Groups or teams of the directory. */
  readonly groups: readonly string[];
  /** Skills, if the directory contains them. */
  readonly skills?: readonly string[];
  /** `null` if unknown: not read yet, or not reported by this server. */
  readonly chats: readonly AgentChat[] | null;
  /** The chats were never read, or too long ago to count; `chats` is then `null`. */
  readonly chatsNotReadYet?: true;
  /** Of an agent who signed out: the chats that the server still lists with them. Absent where that is not known. */
  readonly leftBehind?: readonly AgentChat[];
}

/** Standing request to join this agent's next chat or all chats in this mode. */
export interface Watch {
  readonly agentId: string;
  readonly mode: Mode;
  readonly scope: WatchScope;
  /** Media the server watches; fewer than requested if it refused one or if one chat was already joined. */
  readonly media: readonly Medium[];
  /** Name that agent and customer see in chats joined by this watch; empty means the name of the sign-in. */
  readonly nickname: string;
  /**
   * `active`: accepted in this session. `renewing`: lost with a session and requested again. `lost`: could not be
   * renewed.
   */
  readonly state: 'active' | 'renewing' | 'lost';
  readonly since: number;
}
