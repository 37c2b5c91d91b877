import { defineStore } from 'pinia';
import { computed } from 'vue';
import type { Agent, Watch, WatchTeam } from '../../preload/contract';
import { isolateBidi } from '../domain/text/invisible-characters';
import { isWatchedAs, membersOf, unwatchedOf } from '../domain/lists/watch-groups';
import { useAgentsStore } from './agents.store';
import { useManyStore } from './many.store';
import { useToastsStore } from './toasts.store';
import { useSettingsStore } from './settings.store';

/** A team with its current status. */
export interface TeamStatus {
  readonly group: WatchTeam;
  readonly members: readonly Agent[];
  /** The number of members that are watched in any mode. */
  readonly watchedCount: number;
  /** The members whose watch differs from the team's. */
  readonly missing: readonly string[];
}

/** Teams that are watched together. They are settings, so main stores them; the members are looked up when needed. */
export const useWatchTeamsStore = defineStore('watchGroups', () => {
  const groups = computed(() => useSettingsStore().settings.watchGroups);
  const now = computed<readonly TeamStatus[]>(() => {
    const agents = useAgentsStore();
    return groups.value.map((group) => {
      const members = membersOf(group, agents.agents);
      const watchedCount = members.filter(({ id }) => agents.watchOf(id) !== undefined).length;
      return { group, members, watchedCount, missing: unwatchedOf(group, members, agents.watchOf) };
    });
  });

  function save(group: WatchTeam): void {
    const isKnown = groups.value.some(({ id }) => id === group.id);
    const watchGroups = isKnown
      ? groups.value.map((one) => (one.id === group.id ? group : one))
      : [...groups.value, group];
    void useSettingsStore().change({ watchGroups });
  }

  /** Removes the team at once, with an undo. Its watches stay. */
  function remove(id: string): void {
    const at = groups.value.findIndex((group) => group.id === id);
    const removed = groups.value[at];
    if (removed === undefined) return;
    void useSettingsStore().change({ watchGroups: groups.value.filter((group) => group.id !== id) });
    useToastsStore().add({
      tone: 'done',
      key: 'watching.group.deleted',
      values: { name: removed.name },
      undo: () => {
        if (groups.value.some((group) => group.id === id)) return;
        void useSettingsStore().change({
          watchGroups: [...groups.value.slice(0, at), removed, ...groups.value.slice(at)],
        });
      },
    });
  }

  function watch(id: string): void {
    const found = now.value.find(({ group }) => group.id === id);
    if (found === undefined || found.missing.length === 0) return;
    const { mode, scope, nickname } = found.group;
    void useManyStore().watch({ agentIds: found.missing, mode, scope, nickname });
  }

  /** The same with a toast and an undo, for places where the team disappears at once. */
  async function watchAndTell(id: string): Promise<void> {
    const found = now.value.find(({ group }) => group.id === id);
    if (found === undefined || found.missing.length === 0) return;
    const { group, missing } = found;
    const agents = useAgentsStore();
    const before = missing.map((agentId) => ({ agentId, watch: agents.watchOf(agentId) }));
    const { mode, scope, nickname } = group;
    const onOver = (done: readonly string[]): void => {
      const accepted = before.filter(({ agentId }) => done.includes(agentId));
      if (accepted.length === 0) return;
      useToastsStore().add({
        tone: 'done',
        key: `watching.group.watched.${mode}`,
        values: { name: isolateBidi(group.name), n: accepted.length },
        undo: () => {
          backTo(group, accepted);
        },
      });
    };
    await useManyStore().watch({ agentIds: missing, mode, scope, nickname }, { onOver });
  }

  /** A watch that was changed since is newer and stays. */
  function backTo(group: WatchTeam, before: readonly { agentId: string; watch: Watch | undefined }[]): void {
    const agents = useAgentsStore();
    const many = useManyStore();
    const unchanged = before.filter(({ agentId, watch: earlier }) => {
      const present = agents.watchOf(agentId);
      return present === undefined || present === earlier || isWatchedAs(group, present);
    });
    void many.stopWatching(unchanged.filter((one) => one.watch === undefined).map(({ agentId }) => agentId));
    void many.watchEach(unchanged.flatMap((one) => one.watch ?? []));
  }

  function stop(id: string): void {
    const members = now.value.find(({ group }) => group.id === id)?.members ?? [];
    void useManyStore().stopWatching(members.map((agent) => agent.id));
  }

  return { groups, now, save, remove, watch, watchAndTell, stop };
});
