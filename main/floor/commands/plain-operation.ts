import type { Chat, ChatOperation, ChatOperationRequest, Done, Result } from '../../../preload/contract';
import { chatOperationNames, chatOperations, factsOf } from '../../../preload/contract/chat-operations';
import type { FloorStore } from '../floor-store';
import { requireActionInWrapUp } from './checks';
import type { CommandContext } from './command-context';
import type { EffectStatus } from './in-flight-command';
import { trackAcceptance } from './track-acceptance';

/** Operations that are done when the server no longer offers them. They take nothing but the chat. */
export type PlainOperation = {
  [N in ChatOperation]: (typeof chatOperations)[N] extends { readonly isOfferedUntilDone: true } ? N : never;
}[ChatOperation];

type PlainRun = (context: CommandContext, request: ChatOperationRequest<PlainOperation>) => Promise<Result<Done>>;

export const plainOperations = Object.fromEntries(
  chatOperationNames.filter(isPlain).map((operation) => [operation, plainOperation(operation)]),
) as { readonly [N in PlainOperation]: PlainRun };

function isPlain(operation: ChatOperation): operation is PlainOperation {
  return factsOf(operation).isOfferedUntilDone === true;
}

/**
 * Once accepted, it is confirmed when the server no longer offers it, by the end of the chat, or if no failure arrives in
 * time.
 */
function plainOperation(operation: PlainOperation): PlainRun {
  const [action] = chatOperations[operation].offeredAs;
  return async ({ floorStore, dispatcher }, { requestId, chatId }) => {
    const offering = requireActionInWrapUp(floorStore, chatId, action);
    if (!offering.ok) return offering;
    const request = trackAcceptance((contactCentre) =>
      contactCentre.operate<PlainOperation>(operation, offering.value, {}),
    );
    const isDone = (chat: Chat): boolean => request.isAccepted() && !chat.allowedActions.includes(action);
    return dispatcher.dispatch({
      ...{ requestId, kind: operation, chatId, agentId: null },
      send: request.send,
      succeedsWithoutFailure: true,
      verdict: () => whileGoingOn(floorStore, chatId, request.isAccepted, isDone),
    });
  };
}

/** Returns the status of a command on a chat that goes on. After acceptance, the end of the chat confirms it too. */
export function whileGoingOn(
  floorStore: FloorStore,
  chatId: string,
  isAccepted: () => boolean,
  isSeen: (chat: Chat) => boolean,
): EffectStatus {
  const chat = floorStore.chat(chatId);
  if (chat === null || chat.endedAt !== null) return isAccepted() ? 'seen' : { code: 'command.chatGone' };
  return isSeen(chat) ? 'seen' : 'waiting';
}
