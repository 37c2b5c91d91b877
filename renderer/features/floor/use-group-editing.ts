import { computed, shallowRef } from 'vue';
import type { WatchGroup } from '../../../preload/contract';
import { freeName } from '../../domain/watch-groups';
import { useSettingsStore } from '../../stores/settings.store';
import { useWatchGroupsStore } from '../../stores/watch-groups.store';

/** The team that is being made or changed, if one is. */
export function useGroupEditing() {
  const groups = useWatchGroupsStore();
  const settings = useSettingsStore();
  const draft = shallowRef<WatchGroup | null>(null);
  const isNew = computed(() => !groups.groups.some(({ id }) => id === draft.value?.id));

  function begin(part: Partial<WatchGroup>): void {
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
      begin({ name: freeName(directoryGroup, groups.groups), directoryGroups: [directoryGroup] }),
    edit: (group: WatchGroup) => {
      draft.value = group;
    },
    save: (group: WatchGroup) => {
      groups.save(group);
      draft.value = null;
    },
    close: () => {
      draft.value = null;
    },
  };
}
