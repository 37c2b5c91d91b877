import type { BudgetLimit, BudgetTime, MonitoringBudget } from '../../preload/contract';
import type { WatchedStretch } from '../journal/watched-time';

const minuteMs = 60_000;

/** What a command would join or watch. */
export interface BudgetTarget {
  readonly agentId: string | null;
  readonly chatId: string | null;
}

/** Time of one agent or chat that counts towards a limit. */
export interface Usage {
  readonly usedMs: number;
  /** Something counts right now. */
  readonly isCounting: boolean;
  /** A part of it is not known. */
  readonly isAtLeast: boolean;
}

/** Returns the start of this computer's day. */
export function dayStart(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}

/** Returns whether time in this mode counts; time in a mode that is not confirmed does. */
export function doesCount({ mode }: Pick<WatchedStretch, 'mode'>, { countsVisible }: MonitoringBudget): boolean {
  return mode === null || mode === 'monitor' || countsVisible;
}

/** Returns the counted time since `from`. Chats watched at the same time count once. */
export function usageOf(stretches: readonly WatchedStretch[], from: number, now: number): Usage {
  const spans = stretches
    .map((stretch) => ({ start: Math.max(stretch.from, from), end: Math.min(stretch.to ?? now, now) }))
    .filter(({ start, end }) => end > start)
    .sort((left, right) => left.start - right.start);
  let usedMs = 0;
  let until = from;
  for (const { start, end } of spans) {
    usedMs += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return {
    usedMs,
    isCounting: stretches.some(({ to }) => to === null),
    isAtLeast: stretches.some(({ isEndUnknown, to }) => isEndUnknown && (to ?? now) > from),
  };
}

/** Returns what is left of a limit in minutes. */
export function timeLeft(limitMinutes: number | null, { usedMs, isCounting }: Usage, now: number): BudgetTime {
  if (limitMinutes === null) return { leftMs: null, endsAt: null };
  const leftMs = Math.max(0, limitMinutes * minuteMs - usedMs);
  return { leftMs, endsAt: isCounting ? now + leftMs : null };
}

/** The day of one agent. */
export interface AgentDay extends Usage, BudgetTime {
  /** In the order of their first counted time. */
  readonly chatIds: ReadonlySet<string>;
  readonly chatsLeft: number | null;
}

export function agentDay(
  all: readonly WatchedStretch[],
  agentId: string,
  budget: MonitoringBudget,
  now: number,
): AgentDay {
  const from = dayStart(now);
  const own = all.filter((stretch) => stretch.agentId === agentId && doesCount(stretch, budget));
  const usage = usageOf(own, from, now);
  const today = own.filter(({ to }) => to === null || to > from).sort((left, right) => left.from - right.from);
  const chatIds = new Set(today.map(({ chatId }) => chatId));
  const { chatsPerAgentDay: limit } = budget;
  const chatsLeft = limit === null ? null : Math.max(0, limit - chatIds.size);
  return { ...usage, ...timeLeft(budget.minutesPerAgentDay, usage, now), chatIds, chatsLeft };
}

/** Returns the time of one chat, whenever it was. */
export function chatTime(
  all: readonly WatchedStretch[],
  chatId: string,
  budget: MonitoringBudget,
  now: number,
): BudgetTime {
  const own = all.filter((stretch) => stretch.chatId === chatId && doesCount(stretch, budget));
  return timeLeft(budget.minutesPerChat, usageOf(own, 0, now), now);
}

/** Returns the limit that stands against joining a chat of this agent now; `null`: none. `chatId` if it is known. */
export function limitReached(
  all: readonly WatchedStretch[],
  { agentId, chatId }: BudgetTarget,
  budget: MonitoringBudget,
  now: number,
): BudgetLimit | null {
  if (!budget.isOn) return null;
  if (chatId !== null && chatTime(all, chatId, budget, now).leftMs === 0) return 'chatMinutes';
  if (agentId === null) return null;
  const day = agentDay(all, agentId, budget, now);
  if (day.leftMs === 0) return 'agentMinutes';
  const isKnownChat = chatId !== null && day.chatIds.has(chatId);
  return day.chatsLeft === 0 && !isKnownChat ? 'agentChats' : null;
}
