import type { AppError, Mode, MonitoringBudget } from '../../preload/contract';
import type { FloorCommands } from '../floor/commands/floor-commands';
import { doesCount } from './usage';
import type { BudgetKeeper } from './budget-keeper';

export interface WithinBudgetOptions {
  readonly keeper: Pick<BudgetKeeper, 'limitReached' | 'refused'>;
  readonly budget: () => MonitoringBudget;
  /** Returns the agent of a chat; `null` if that is not known. */
  readonly agentOf: (chatId: string) => string | null;
  /** Returns the mode that an invitation leads to; one that is not known counts. */
  readonly invitedTo: (chatId: string) => Mode | null;
}

/** Returns the same commands, which refuse to watch or join beyond the budget. Modes that do not count are not limited. */
export function withinBudget(
  commands: FloorCommands,
  { keeper, budget, agentOf, invitedTo }: WithinBudgetOptions,
): FloorCommands {
  const check = (agentId: string | null, chatId: string | null, mode: Mode | null): AppError | null => {
    const limits = budget();
    if (!doesCount({ mode }, limits)) return null;
    const target = { agentId, chatId };
    const limit = keeper.limitReached(target);
    if (limit === null) return null;
    keeper.refused(limit, target);
    const values = {
      agentMinutes: limits.minutesPerAgentDay,
      agentChats: limits.chatsPerAgentDay,
      chatMinutes: limits.minutesPerChat,
    };
    return { code: `budget.${limit}`, values: { n: values[limit] ?? 0 } };
  };
  const unless = <R, T>(
    error: AppError | null,
    run: () => Promise<R>,
    refuse: (error: AppError) => T,
  ): Promise<R | T> => (error === null ? run() : Promise.resolve(refuse(error)));
  const refuse = (error: AppError): { readonly ok: false; readonly error: AppError } => ({ ok: false, error });
  return {
    ...commands,
    'agents.watch': (request) =>
      unless(check(request.agentId, null, request.mode), () => commands['agents.watch'](request), refuse),
    'chats.intrude': (request) =>
      unless(check(request.agentId, request.chatId, request.mode), () => commands['chats.intrude'](request), refuse),
    'chats.accept': (request) => {
      const { chatId } = request;
      return unless(check(agentOf(chatId), chatId, invitedTo(chatId)), () => commands['chats.accept'](request), refuse);
    },
  };
}
