import { computed, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useAgentsStore } from '../../stores/agents.store';
import { noFilter, filterAgents, groupsOf, orderAgents, skillsOf } from './agent-filter';
import type { AgentColumn, AgentFilter, AgentSort } from './agent-filter';
import { pruneSelection, emptySelection, type Selection } from './selection';

/** The visible agents, their order and the selection. */
export function useAgentList() {
  const { locale } = useI18n();
  const store = useAgentsStore();
  const filter = shallowRef<AgentFilter>(noFilter);
  const order = shallowRef<AgentSort>({ by: 'name', isReversed: false });
  const selection = shallowRef<Selection>(emptySelection);

  const collator = computed(() => new Intl.Collator(locale.value, { numeric: true, sensitivity: 'base' }));
  const ordered = computed(() => orderAgents(store.agents, order.value, collator.value));
  const isWatched = (agentId: string): boolean => store.watchOf(agentId) !== undefined;
  const shown = computed(() => filterAgents(ordered.value, filter.value, isWatched));
  const shownIds = computed(() => shown.value.map((agent) => agent.id));
  const groups = computed(() => groupsOf(store.agents, collator.value));
  const skills = computed(() => skillsOf(store.agents, collator.value));

  /** The number of agents that each state would show, with the rest of the filter unchanged. */
  const counts = computed(() => {
    const others = filterAgents(store.agents, { ...filter.value, presence: 'all' }, isWatched);
    const by = { all: others.length, ready: 0, notReady: 0, loggedOut: 0, unknown: 0 };
    for (const agent of others) by[agent.presence] += 1;
    return by;
  });

  watch(
    () => store.agents,
    () => {
      selection.value = pruneSelection(selection.value, (id) => store.agentById(id) !== undefined);
    },
  );

  // A link asks once.
  watch(
    () => store.requestedSearch,
    (text) => {
      if (text === null) return;
      filter.value = { ...noFilter, text };
      store.requestedSearch = null;
    },
    { immediate: true },
  );

  function narrow(part: Partial<AgentFilter>): void {
    filter.value = { ...filter.value, ...part };
  }

  function showAll(): void {
    filter.value = noFilter;
  }

  function sortBy(by: AgentColumn): void {
    order.value = { by, isReversed: order.value.by === by && !order.value.isReversed };
  }

  return { filter, order, selection, shown, shownIds, groups, skills, counts, narrow, showAll, sortBy };
}
