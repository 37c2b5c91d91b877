import type { Agent, Presence } from '../../../preload/contract';
import { foldText } from '../../../preload/contract/text/fold-text';

export interface AgentFilter {
  readonly text: string;
  readonly presence: Presence | 'all';
  /** Empty: every group. */
  readonly group: string;
  readonly isWatchedOnly: boolean;
}

export type AgentColumn = 'name' | 'presence' | 'chats';

export interface AgentSort {
  readonly by: AgentColumn;
  readonly isReversed: boolean;
}

export const noFilter: AgentFilter = { text: '', presence: 'all', group: '', isWatchedOnly: false };

const searchTexts = new WeakMap<Agent, string>();

function searchTextOf(agent: Agent): string {
  const known = searchTexts.get(agent);
  if (known !== undefined) return known;
  const text = foldText([agent.name, agent.userName, agent.employeeId ?? '', ...agent.groups].join(' '));
  searchTexts.set(agent, text);
  return text;
}

/** Returns the agents that match the filter. Each typed word must occur in the name, the user name or a group. */
export function filterAgents(
  agents: readonly Agent[],
  filter: AgentFilter,
  isWatched: (agentId: string) => boolean,
): readonly Agent[] {
  const words = foldText(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return agents.filter(
    (agent) =>
      (filter.presence === 'all' || agent.presence === filter.presence) &&
      (filter.group === '' || agent.groups.includes(filter.group)) &&
      (!filter.isWatchedOnly || isWatched(agent.id)) &&
      words.every((word) => searchTextOf(agent).includes(word)),
  );
}

const presenceRank: Record<Presence, number> = { ready: 0, notReady: 1, unknown: 2, loggedOut: 3 };

/** Compares names by the rules of the language; equal values fall back to the name, so that rows keep their order. */
export function orderAgents(agents: readonly Agent[], order: AgentSort, collator: Intl.Collator): readonly Agent[] {
  const byName = (a: Agent, b: Agent): number => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  const compare: Record<AgentColumn, (a: Agent, b: Agent) => number> = {
    name: () => 0,
    presence: (a, b) => presenceRank[a.presence] - presenceRank[b.presence],
    chats: (a, b) => (b.chats?.length ?? -1) - (a.chats?.length ?? -1),
  };
  const sign = order.isReversed ? -1 : 1;
  return [...agents].sort((a, b) => {
    const first = compare[order.by](a, b);
    return first === 0 ? (order.by === 'name' ? sign : 1) * byName(a, b) : sign * first;
  });
}

export function groupsOf(agents: readonly Agent[], collator: Intl.Collator): readonly string[] {
  return [...new Set(agents.flatMap((agent) => agent.groups))].sort((a, b) => collator.compare(a, b));
}

export function skillsOf(agents: readonly Agent[], collator: Intl.Collator): readonly string[] {
  return [...new Set(agents.flatMap((agent) => agent.skills ?? []))].sort((a, b) => collator.compare(a, b));
}
