import { randomUUID } from 'node:crypto';
import type { Settings } from '../../preload/contract';
import { BudgetKeeper, type BudgetKeeperOptions } from '../budget/budget-keeper';
import { withinBudget, type WithinBudgetOptions } from '../budget/within-budget';
import type { FloorCommands } from '../floor/commands/floor-commands';
import type { FloorStore } from '../floor/floor-store';
import type { JournalParts } from './journal';

export interface BudgetPartsOptions
  extends Pick<BudgetKeeperOptions, 'clock' | 'log' | 'publish'>, Pick<WithinBudgetOptions, 'invitedTo'> {
  readonly settings: () => Settings;
  readonly journal: Pick<JournalParts, 'journal' | 'recorder'>;
  readonly floorStore: Pick<FloorStore, 'chat'>;
  /** The commands without limits, with which the budget itself ends what is over. */
  readonly commands: FloorCommands;
}

export interface BudgetParts {
  readonly keeper: BudgetKeeper;
  /** The same commands, which refuse what is beyond the budget. */
  readonly commands: FloorCommands;
}

/** Connects the monitoring budget to the settings, the journal and the commands. */
export function composeBudget({
  settings,
  journal: { journal, recorder },
  floorStore,
  commands,
  invitedTo,
  ...options
}: BudgetPartsOptions): BudgetParts {
  const budget = (): Settings['monitoringBudget'] => settings().monitoringBudget;
  const keeper = new BudgetKeeper({
    ...options,
    budget,
    readJournal: (period) => journal.entries(period),
    record: (data) => {
      recorder.budget(data);
    },
    leave: (chatId) => commands['chats.leave']({ requestId: randomUUID(), chatId }),
    stopWatching: (agentId) => commands['agents.stopWatching']({ requestId: randomUUID(), agentId }),
  });
  const agentOf = (chatId: string): string | null => floorStore.chat(chatId)?.agentId ?? null;
  return { keeper, commands: withinBudget(commands, { keeper, budget, agentOf, invitedTo }) };
}
