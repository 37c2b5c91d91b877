import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Agent, Done, Mode, Result, Watch, WatchScope } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useIntentsStore } from './intents.store';

const mostAtOnce = 8;

/** A whole floor may be watched with one click; the server is asked for it piece by piece. */
async function fewAtOnce<T>(ids: readonly string[], ask: (id: string) => Promise<T>): Promise<readonly T[]> {
  const answers: T[] = [];
  const waiting = [...ids.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) answers[next[0]] = await ask(next[1]);
  };
  await Promise.all(Array.from({ length: mostAtOnce }, work));
  return answers;
}

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

  function watch(wish: {
    agentIds: readonly string[];
    mode: Mode;
    scope: WatchScope;
    /** Shown to agents and customers; left out or empty: the name given at sign-in. */
    nickname?: string;
  }): Promise<readonly Result<Done>[]> {
    const { mode, scope, nickname = '' } = wish;
    return fewAtOnce(wish.agentIds, (agentId) =>
      useIntentsStore().perform({ kind: 'watch', agentId, chatId: null }, (requestId) =>
        currentBridge().invoke('agents.watch', { requestId, agentId, mode, scope, nickname }),
      ),
    );
  }

  function stopWatching(agentIds: readonly string[]): Promise<readonly Result<Done>[]> {
    return fewAtOnce(agentIds, (agentId) =>
      useIntentsStore().perform({ kind: 'stopWatching', agentId, chatId: null }, (requestId) =>
        currentBridge().invoke('agents.stopWatching', { requestId, agentId }),
      ),
    );
  }

  return { agents, watches, agentById, watchOf, watch, stopWatching };
});
