import { watch } from 'vue';
import { useAgentsStore } from '../../stores/agents.store';
import { useToastsStore } from '../../stores/toasts.store';

const mostNamed = 6;

/**
 * Shows one toast when all renewals after a lost session have settled: which watches were renewed and which failed.
 * Names are recorded early, because another server may not know the agent.
 */
export function notifyRenewedWatches(): void {
  const agents = useAgentsStore();
  const toasts = useToastsStore();
  let nameOf = new Map<string, string>();
  watch(
    () => agents.watches,
    (watches) => {
      const renewing = watches.filter(({ state }) => state === 'renewing');
      for (const { agentId } of renewing) {
        if (!nameOf.has(agentId)) nameOf.set(agentId, agents.agentById(agentId)?.name ?? agentId);
      }
      if (renewing.length > 0 || nameOf.size === 0) return;
      const names = (state: 'active' | 'lost'): readonly string[] =>
        watches.flatMap((one) => (one.state === state ? (nameOf.get(one.agentId) ?? []) : []));
      const [again, lost] = [names('active'), names('lost')];
      nameOf = new Map();
      if (again.length > 0)
        toasts.add({ tone: 'done', key: 'connection.watches.again', values: { names: listed(again) } });
      if (lost.length > 0)
        toasts.add({ tone: 'problem', key: 'connection.watches.lost', values: { names: listed(lost) } });
    },
    { immediate: true },
  );
}

function listed(names: readonly string[]): string {
  const named = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${named} +${String(names.length - mostNamed)}` : named;
}
