import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Agent, Done, Result, Watch } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import type { WatchSpec } from '../domain/modes/visible-acts';
import { usePendingCommandsStore, type CommandTarget } from './pending-commands.store';

type AgentTeller = Pick<CommandTarget, 'showsErrorInline'>;

/** The agents of the directory and the watches on them. */
export const useAgentsStore = defineStore('agents', () => {
  const agents = shallowRef<readonly Agent[]>([]);
  const watches = shallowRef<readonly Watch[]>([]);
  /** What a link asks the list to find; `null` once it does. */
  const requestedSearch = shallowRef<string | null>(null);
  const byId = computed(() => new Map(agents.value.map((agent) => [agent.id, agent])));
  const watchByAgent = computed(() => new Map(watches.value.map((watch) => [watch.agentId, watch])));

  function agentById(id: string): Agent | undefined {
    return byId.value.get(id);
  }

  function watchOf(agentId: string): Watch | undefined {
    return watchByAgent.value.get(agentId);
  }

  function watch(spec: WatchSpec, teller: AgentTeller = {}): Promise<Result<Done>> {
    const { agentId, mode, scope, nickname } = spec;
    return usePendingCommandsStore().perform({ kind: 'watch', agentId, chatId: null, ...teller }, (requestId) =>
      currentBridge().invoke('agents.watch', { requestId, agentId, mode, scope, nickname }),
    );
  }

  function stopWatching(agentId: string, teller: AgentTeller = {}): Promise<Result<Done>> {
    return usePendingCommandsStore().perform({ kind: 'stopWatching', agentId, chatId: null, ...teller }, (requestId) =>
      currentBridge().invoke('agents.stopWatching', { requestId, agentId }),
    );
  }

  return { agents, watches, requestedSearch, agentById, watchOf, watch, stopWatching };
});
