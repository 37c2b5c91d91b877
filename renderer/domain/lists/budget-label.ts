import type { AgentBudget, ChatBudget } from '../../../preload/contract';
import { formatElapsed } from '../text/formatting';

/** What is left of the monitoring budget, as a locale key below `budget.left` and its values. */
export interface BudgetLabel {
  readonly key: 'time' | 'atMost' | 'chats' | 'used' | 'grace';
  readonly values: { readonly time: string; readonly n: number };
  /** Little or nothing is left. */
  readonly isLow: boolean;
}

const lowMs = 5 * 60_000;

/** Returns what to show for a chat; `null`: no limit applies. `leftMs` is what is left now. */
export function chatBudgetLabel(budget: ChatBudget, leftMs: number | null): BudgetLabel | null {
  if (leftMs === null) return null;
  if (budget.isInGrace) return labelOf('grace', { isLow: true });
  if (leftMs === 0) return labelOf('used', { isLow: true });
  return labelOf('time', { leftMs, isLow: leftMs <= lowMs });
}

/** Returns what to show for an agent; `null`: no limit applies. Time counts before the number of chats. */
export function agentBudgetLabel(budget: AgentBudget, leftMs: number | null): BudgetLabel | null {
  const { chatsLeft, isAtLeast } = budget;
  if (leftMs === 0) return labelOf('used', { isLow: true });
  if (leftMs !== null && chatsLeft !== 0)
    return labelOf(isAtLeast ? 'atMost' : 'time', { leftMs, isLow: leftMs <= lowMs });
  return chatsLeft === null ? null : labelOf('chats', { n: chatsLeft, isLow: chatsLeft === 0 });
}

function labelOf(
  key: BudgetLabel['key'],
  { leftMs = 0, n = 0, isLow }: { readonly leftMs?: number; readonly n?: number; readonly isLow: boolean },
): BudgetLabel {
  return { key, values: { time: formatElapsed(leftMs), n }, isLow };
}
