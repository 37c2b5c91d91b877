import type { Medium } from './channel';
import type { Mode, WatchScope } from './mode';

export type Presence = 'ready' | 'notReady' | 'loggedOut' | 'unknown';

/** A chat an agent has in progress, as far as the server tells. */
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
  /** The number the house knows the agent by, where the directory tells one. */
  readonly employeeId?: string;
  readonly presence: Presence;
  /** The server's own words for the state of the chat channel, e.g. "Not Ready - Lunch"; `null` when it gave none. */
  readonly presenceText: string | null;
  /** Groups or teams the directory names. */
  readonly groups: readonly string[];
  /** What the agent is skilled in, where the directory tells it. */
  readonly skills?: readonly string[];
  /** `null`: not known, because they were not read yet or because this server does not tell which chats an agent has. */
  readonly chats: readonly AgentChat[] | null;
  /** The chats were never read, or so long ago that it says nothing; `chats` is `null` then. */
  readonly chatsNotReadYet?: true;
  /** Of an agent who signed out: the chats that the server still lists with them. Absent where that is not known. */
  readonly leftBehind?: readonly AgentChat[];
}

/** A standing wish: join this agent's coming chats in this mode. */
export interface Watch {
  readonly agentId: string;
  readonly mode: Mode;
  readonly scope: WatchScope;
  /** What the server watches: less than it has where it refused a part, or where one chat was already joined. */
  readonly media: readonly Medium[];
  /** The name the agent and the customer see in chats joined by this watch; empty: the one given at sign-in. */
  readonly nickname: string;
  /** `active`: the server accepted it in this session. `renewing`: lost with a session and being made again. `lost`: could not be made again. */
  readonly state: 'active' | 'renewing' | 'lost';
  readonly since: number;
}
