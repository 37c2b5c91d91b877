import { computed, shallowRef } from 'vue';
import type { WatchTeam } from '../../../preload/contract';
import { uniqueName } from '../../domain/lists/watch-groups';
import { useSettingsStore } from '../../stores/settings.store';
import { useWatchTeamsStore } from '../../stores/watch-teams.store';

/** The team that is being created or edited; `null` if none is. */
export function useTeamEditor() {
  const groups = useWatchTeamsStore();
  const settings = useSettingsStore();
  const draft = shallowRef<WatchTeam | null>(null);
  const isNew = computed(() => !groups.groups.some(({ id }) => id === draft.value?.id));

  function begin(part: Partial<WatchTeam>): void {
    const { watchMode: mode, watchScope: scope } = settings.settings;
    const blank = { name: '', agentIds: [], directoryGroups: [], mode, scope, nickname: '' };
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
