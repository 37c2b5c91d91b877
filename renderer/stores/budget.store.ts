import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { AgentBudget, BudgetState, BudgetStep, BudgetTime, ChatBudget, Disposer } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { quotedUnlessPlain } from '../domain/text/shown-name';
import { useAgentsStore } from './agents.store';
import { useClockStore } from './clock.store';
import { useToastsStore } from './toasts.store';

const off: BudgetState = { isOn: false, at: 0, agents: [], chats: [], steps: [] };

/** What is left of the monitoring budget. Main counts and acts; the window counts down in between and shows a toast for each step. */
export const useBudgetStore = defineStore('budget', () => {
  const clock = useClockStore();
  const state = shallowRef<BudgetState>(off);
  const byAgent = computed(() => new Map(state.value.agents.map((agent) => [agent.agentId, agent])));
  const byChat = computed(() => new Map(state.value.chats.map((chat) => [chat.chatId, chat])));
  /** Steps up to this number were shown; `null` before the first state, whose steps are old. */
  let lastShown: number | null = null;

  function changed(next: BudgetState): void {
    state.value = next;
    const latest = next.steps.at(-1)?.number ?? 0;
    if (lastShown !== null) for (const step of next.steps) if (step.number > lastShown) show(step);
    lastShown = latest;
  }

  function show({ step, limit, agentId, minutesLeft }: BudgetStep): void {
    const agent = agentId === null ? undefined : useAgentsStore().agentById(agentId)?.name;
    const key = step === 'warned' ? `budget.toast.warned.${limit}` : `budget.toast.${step}`;
    const name = quotedUnlessPlain(agent ?? agentId, 'agent');
    useToastsStore().add({ tone: 'info', key, values: { name, n: minutesLeft ?? 0 } });
  }

  /** Subscribes to the state. Returns the disposer. */
  function follow(): Disposer {
    const bridge = currentBridge();
    const dispose = bridge.on('budget.changed', changed);
    void bridge.invoke('budget.read', null).then((result) => {
      if (result.ok) changed(result.value);
    });
    return dispose;
  }

  /** Milliseconds left now; `null`: no limit. */
  function leftMs({ leftMs: left, endsAt }: BudgetTime): number | null {
    return endsAt === null ? left : Math.max(0, endsAt - clock.now);
  }

  return {
    state,
    follow,
    leftMs,
    ofAgent: (agentId: string): AgentBudget | undefined => byAgent.value.get(agentId),
    ofChat: (chatId: string): ChatBudget | undefined => byChat.value.get(chatId),
  };
});
