/** Limits on watching one agent's chats; `null` means none. Times are minutes, days are this computer's. */
export interface MonitoringBudget {
  readonly isOn: boolean;
  readonly minutesPerAgentDay: number | null;
  readonly chatsPerAgentDay: number | null;
  readonly minutesPerChat: number | null;
  /** Time in coach and barge in counts as well; the agent knows of it. */
  readonly countsVisible: boolean;
}

export type BudgetLimit = 'agentMinutes' | 'agentChats' | 'chatMinutes';

/** What is left of a limit on time. It ends at `endsAt` if counting goes on; `endsAt` is `null` while nothing counts. */
export interface BudgetTime {
  /** Milliseconds left at `BudgetState.at`, never below 0; `null`: no limit. */
  readonly leftMs: number | null;
  /** Epoch milliseconds on this computer's clock. */
  readonly endsAt: number | null;
}

export interface AgentBudget extends BudgetTime {
  readonly agentId: string;
  readonly usedMs: number;
  readonly chatCount: number;
  /** Further chats that may be joined today; `null`: no limit. */
  readonly chatsLeft: number | null;
  /** A part of the day is not known, so more may have been used. */
  readonly isAtLeast: boolean;
}

/** The tighter of the chat's and its agent's limit. */
export interface ChatBudget extends BudgetTime {
  readonly chatId: string;
  /** Used up while the supervisor is visible: the chat is left once the supervisor returns to monitoring. */
  readonly isInGrace: boolean;
}

/** What the budget did. `warned`: a little is left. `left`: the chat was left. `watchStopped`: no further chat is joined. */
export interface BudgetStep {
  readonly number: number;
  readonly step: 'warned' | 'grace' | 'left' | 'watchStopped';
  readonly limit: BudgetLimit;
  readonly agentId: string | null;
  readonly chatId: string | null;
  /** For `warned`. */
  readonly minutesLeft: number | null;
}

export interface BudgetState {
  readonly isOn: boolean;
  readonly at: number;
  readonly agents: readonly AgentBudget[];
  readonly chats: readonly ChatBudget[];
  /** The latest ones, oldest first. */
  readonly steps: readonly BudgetStep[];
}
