import type { Chat, ChatOperation, ChatOperationRequest, Done, Result } from '../../../preload/contract';
import { chatOperations } from '../../../preload/contract/chat-operations';
import type { FloorStore } from '../floor-store';
import { requireActionInWrapUp } from './checks';
import type { CommandContext } from './command-context';
import type { EffectStatus } from './in-flight-command';
import { trackAcceptance } from './track-acceptance';

/** Operations that take nothing but the chat. */
type PlainOperation = {
  [N in ChatOperation]: (typeof chatOperations)[N]['takes'] extends readonly [] ? N : never;
}[ChatOperation];

/**
 * Creates an operation that takes nothing but the chat. Once accepted, it is confirmed by `isDone`, by the end of the
 * chat, or if no failure arrives in time.
 */
export function plainOperation(operation: PlainOperation, isDone: (chat: Chat) => boolean) {
  return async (
    { floorStore, dispatcher }: CommandContext,
    { requestId, chatId }: ChatOperationRequest<PlainOperation>,
  ): Promise<Result<Done>> => {
    const offering = requireActionInWrapUp(floorStore, chatId, chatOperations[operation].offeredAs[0]);
    if (!offering.ok) return offering;
    const request = trackAcceptance((contactCentre) =>
      contactCentre.operate<PlainOperation>(operation, offering.value, {}),
    );
    return dispatcher.dispatch({
      ...{ requestId, kind: operation, chatId, agentId: null },
      send: request.send,
      succeedsWithoutFailure: true,
      verdict: () =>
        whileGoingOn(floorStore, chatId, request.isAccepted, (chat) => request.isAccepted() && isDone(chat)),
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
