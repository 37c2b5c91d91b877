import type { Agent, Watch, WatchTeam } from '../../../preload/contract';

/** The current members of a team: those named in it, and the agents with one of its directory groups or skills. */
export function membersOf(group: WatchTeam, agents: readonly Agent[]): readonly Agent[] {
  const named = new Set(group.agentIds);
  const isWanted = (name: string): boolean => group.directoryGroups.includes(name);
  return agents.filter(
    ({ id, groups, skills = [] }) => named.has(id) || groups.some(isWanted) || skills.some(isWanted),
  );
}

/** Whether an agent's watch matches the team's. */
export function isWatchedAs(group: WatchTeam, watch: Watch | undefined): boolean {
  return (
    watch !== undefined &&
    watch.state !== 'lost' &&
    watch.mode === group.mode &&
    watch.scope === group.scope &&
    watch.nickname === group.nickname
  );
}

/** The members whose watch differs. */
export function unwatchedOf(
  group: WatchTeam,
  members: readonly Agent[],
  watchOf: (agentId: string) => Watch | undefined,
): readonly string[] {
  return members.filter(({ id }) => !isWatchedAs(group, watchOf(id))).map(({ id }) => id);
}

/** A unique name: "Retail Care", "Retail Care 2". */
export function uniqueName(base: string, groups: readonly WatchTeam[]): string {
  const taken = new Set(groups.map(({ name }) => name));
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = `${base} ${String(count)}`;
  return name;
}
