import type { Mode, WatchScope } from './mode';

/** A saved set of agents that are watched together: named agents, and the current members of directory groups. */
export interface WatchTeam {
  readonly id: string;
  readonly name: string;
  readonly agentIds: readonly string[];
  /** Names of groups, teams or skills in the directory. */
  readonly directoryGroups: readonly string[];
  readonly mode: Mode;
  readonly scope: WatchScope;
  /** Name shown to agents and customers in chats joined by the team's watches; empty means the name of the sign-in. */
  readonly nickname: string;
}
