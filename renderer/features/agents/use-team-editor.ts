import { computed, shallowRef } from 'vue';
import type { WatchTeam } from '../../../preload/contract';
import { uniqueName } from '../../domain/lists/watch-groups';
import { useUsualWatch } from '../../stores/use-usual-watch';
import { useWatchTeamsStore } from '../../stores/watch-teams.store';

/** The team that is being created or edited; `null` if none is. */
export function useTeamEditor() {
  const groups = useWatchTeamsStore();
  const usual = useUsualWatch();
  const draft = shallowRef<WatchTeam | null>(null);
  const isNew = computed(() => !groups.groups.some(({ id }) => id === draft.value?.id));

  function begin(part: Partial<WatchTeam>): void {
    const blank = { name: '', agentIds: [], directoryGroups: [], ...usual.value, nickname: '' };
    draft.value = { ...blank, ...part, id: crypto.randomUUID() };
  }

  return {
    draft,
    isNew,
    create: () => begin({}),
    createOf: (agentIds: readonly string[]) => begin({ agentIds }),
    createFrom: (directoryGroup: string) =>
      begin({ name: uniqueName(directoryGroup, groups.groups), directoryGroups: [directoryGroup] }),
    edit: (group: WatchTeam) => {
      draft.value = group;
    },
    save: (group: WatchTeam) => {
      groups.save(group);
      draft.value = null;
    },
    close: () => {
      draft.value = null;
    },
  };
}
