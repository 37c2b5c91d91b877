import { defineStore } from 'pinia';
import type {
  AppError,
  ChatOperation,
  Done,
  OperationCommandName,
  OperationFields,
  OperationParameters,
  PartingMessage,
  Result,
} from '../../preload/contract';
import { factsOf } from '../../preload/contract/chat-operations';
import { currentBridge } from '../bridge/bridge';
import { useChatsStore } from './chats.store';
import { usePendingCommandsStore } from './pending-commands.store';
import type { CommandTarget } from './pending-commands.store';
import { useManyStore } from './many.store';

/** Callbacks for the end of a command, and whether the caller shows its errors itself. */
export type CommandCallbacks = Pick<CommandTarget, 'showsErrorInline' | 'onSettled'>;

type Outcome = Promise<Result<Done>>;

/** Everything a supervisor can do with a chat besides modes and messages. */
export const useOperationsStore = defineStore('operations', () => {
  function perform<N extends ChatOperation>(
    kind: N,
    chatId: string,
    parameters: OperationParameters<N>,
    callbacks: CommandCallbacks = {},
  ): Outcome {
    const name: OperationCommandName = `chats.${kind}`;
    const { distinguishedBy } = factsOf(kind);
    const about = distinguishedBy === undefined ? undefined : (parameters as Partial<OperationFields>)[distinguishedBy];
    return usePendingCommandsStore().perform(
      { kind, chatId, agentId: null, ...(about === undefined ? {} : { about }), ...callbacks },
      (requestId) => currentBridge().invoke(name, { requestId, chatId, ...parameters }),
    );
  }

  /** Leaves or completes the chat. After leaving, the supervisor can join again. */
  function end(
    kind: 'leave' | 'complete',
    chatId: string,
    partingMessage: PartingMessage | null = null,
    callbacks: CommandCallbacks = {},
  ): Outcome {
    const chat = useChatsStore().chats.get(chatId);
    const onSettled = (error: AppError | null): void => {
      callbacks.onSettled?.(error);
      if (kind === 'leave' && error === null && chat !== undefined) useManyStore().offerJoiningAgain(chat);
    };
    return perform(kind, chatId, { partingMessage }, { ...callbacks, onSettled });
  }

  return { perform, end };
});
