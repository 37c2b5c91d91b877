import { defineStore } from 'pinia';
import type { AppError, Composition, Done, HandOverTarget, PartingMessage, Result } from '../../preload/contract';
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
  const perform = (
    target: Pick<CommandTarget, 'kind' | 'about'> & { readonly chatId: string } & CommandCallbacks,
    ask: (requestId: string) => Outcome,
  ): Outcome => usePendingCommandsStore().perform({ agentId: null, ...target }, ask);

  function handOver(
    kind: 'transfer' | 'consult' | 'invite',
    chatId: string,
    { kind: targetKind, id }: HandOverTarget,
    teller: CommandCallbacks,
  ): Outcome {
    return perform({ kind, chatId, ...teller }, (requestId) =>
      currentBridge().invoke(`chats.${kind}`, { requestId, chatId, target: { kind: targetKind, id } }),
    );
  }

  function cancelConsult(chatId: string, teller: CommandCallbacks = {}): Outcome {
    return perform({ kind: 'cancelConsult', chatId, ...teller }, (requestId) =>
      currentBridge().invoke('chats.cancelConsult', { requestId, chatId }),
    );
  }

  function removeParticipant(chatId: string, userId: string, teller: CommandCallbacks = {}): Outcome {
    return perform({ kind: 'removeParticipant', chatId, about: userId, ...teller }, (requestId) =>
      currentBridge().invoke('chats.removeParticipant', { requestId, chatId, userId }),
    );
  }

  function end(
    kind: 'leave' | 'complete',
    chatId: string,
    partingMessage: PartingMessage | null = null,
    teller: CommandCallbacks = {},
  ): Outcome {
    const chat = useChatsStore().chats.get(chatId);
    const onSettled = (error: AppError | null): void => {
      teller.onSettled?.(error);
      if (kind === 'leave' && error === null && chat !== undefined) useManyStore().offerJoiningAgain(chat);
    };
    return perform({ kind, chatId, ...teller, onSettled }, (requestId) =>
      currentBridge().invoke(`chats.${kind}`, { requestId, chatId, partingMessage }),
    );
  }

  function setDisposition(chatId: string, code: string, teller: CommandCallbacks = {}): Outcome {
    return perform({ kind: 'setDisposition', chatId, ...teller }, (requestId) =>
      currentBridge().invoke('chats.setDisposition', { requestId, chatId, code }),
    );
  }

  function setCustomerField(
    chatId: string,
    datum: { key: string; value: string },
    teller: CommandCallbacks = {},
  ): Outcome {
    return perform({ kind: 'setCustomerField', chatId, about: datum.key, ...teller }, (requestId) =>
      currentBridge().invoke('chats.setCustomerField', { requestId, chatId, ...datum }),
    );
  }

  function deleteCustomerField(chatId: string, key: string, teller: CommandCallbacks = {}): Outcome {
    return perform({ kind: 'deleteCustomerField', chatId, about: key, ...teller }, (requestId) =>
      currentBridge().invoke('chats.deleteCustomerField', { requestId, chatId, key }),
    );
  }

  function sendNotice(
    notice: Composition & { readonly chatId: string; readonly to: 'everyone' | 'agents'; readonly text: string },
    teller: CommandCallbacks,
  ): Outcome {
    const { chatId, composedIn, readers, to, text } = notice;
    const kind = to === 'everyone' ? 'sendNoticeToEveryone' : 'sendNoticeToAgents';
    return perform({ kind, chatId, ...teller }, (requestId) =>
      currentBridge().invoke(`chats.${kind}`, { requestId, chatId, composedIn, readers, text }),
    );
  }

  function pushUrl(
    link: Composition & { readonly chatId: string; readonly url: string },
    teller: CommandCallbacks,
  ): Outcome {
    return perform({ kind: 'pushUrl', chatId: link.chatId, ...teller }, (requestId) =>
      currentBridge().invoke('chats.pushUrl', { requestId, ...link }),
    );
  }

  return {
    handOver,
    cancelConsult,
    removeParticipant,
    end,
    setDisposition,
    setCustomerField,
    deleteCustomerField,
    sendNotice,
    pushUrl,
  };
});
