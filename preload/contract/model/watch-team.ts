import type { Mode, WatchScope } from './mode';

/** A team that is watched together: agents by name, and whoever the directory puts into its groups at that moment. */
export interface WatchTeam {
  readonly id: string;
  readonly name: string;
  readonly agentIds: readonly string[];
  /** Names of groups, teams or skills as the directory has them. */
  readonly directoryGroups: readonly string[];
  readonly mode: Mode;
  readonly scope: WatchScope;
  /** Shown to agents and customers in chats joined by it; empty: the name given at sign-in. */
  readonly nickname: string;
}
