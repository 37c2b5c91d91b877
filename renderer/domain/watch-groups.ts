import type { Agent, Watch, WatchTeam } from '../../preload/contract';

/**
 * Who belongs to a group now: those named in it, and whoever is in one of its groups of the directory, or has a skill named
 * there, at this moment.
 */
export function membersOf(group: WatchTeam, agents: readonly Agent[]): readonly Agent[] {
  const named = new Set(group.agentIds);
  const isWanted = (name: string): boolean => group.directoryGroups.includes(name);
  return agents.filter(
    ({ id, groups, skills = [] }) => named.has(id) || groups.some(isWanted) || skills.some(isWanted),
  );
}

/** Whether an agent is watched just as the group wants it. */
export function isWatchedAs(group: WatchTeam, watch: Watch | undefined): boolean {
  return (
    watch !== undefined &&
    watch.state !== 'lost' &&
    watch.mode === group.mode &&
    watch.scope === group.scope &&
    watch.nickname === group.nickname
  );
}

/** Those of a group for whom something is left to ask. */
export function unwatchedOf(
  group: WatchTeam,
  members: readonly Agent[],
  watchOf: (agentId: string) => Watch | undefined,
): readonly string[] {
  return members.filter(({ id }) => !isWatchedAs(group, watchOf(id))).map(({ id }) => id);
}

/** A name nobody has yet: "Retail Care", "Retail Care 2". */
export function uniqueName(wished: string, groups: readonly WatchTeam[]): string {
  const taken = new Set(groups.map(({ name }) => name));
  let name = wished;
  for (let count = 2; taken.has(name); count += 1) name = `${wished} ${String(count)}`;
  return name;
}
