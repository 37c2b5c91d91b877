import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Agent, Done, Result, Watch } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import type { WatchSpec } from '../domain/visible-acts';
import { useIntentsStore, type IntentTarget } from './intents.store';

type AgentTeller = Pick<IntentTarget, 'isToldInPlace'>;

/** The agents of the directory and which of them are watched. */
export const useAgentsStore = defineStore('agents', () => {
  const agents = shallowRef<readonly Agent[]>([]);
  const watches = shallowRef<readonly Watch[]>([]);
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
    return useIntentsStore().perform({ kind: 'watch', agentId, chatId: null, ...teller }, (requestId) =>
      currentBridge().invoke('agents.watch', { requestId, agentId, mode, scope, nickname }),
    );
  }

  function stopWatching(agentId: string, teller: AgentTeller = {}): Promise<Result<Done>> {
    return useIntentsStore().perform({ kind: 'stopWatching', agentId, chatId: null, ...teller }, (requestId) =>
      currentBridge().invoke('agents.stopWatching', { requestId, agentId }),
    );
  }

  return { agents, watches, agentById, watchOf, watch, stopWatching };
});
