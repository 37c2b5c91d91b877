import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { trackAcceptance } from './track-acceptance';
import { requireActionInWrapUp } from './checks';
import type { CommandContext } from './command-context';
import { validatePartingMessage, afterAcceptance } from './parting-message';
import type { EffectStatus } from './in-flight-command';

/** Completes a chat that is active or in wrap-up. */
export async function complete(
  tools: CommandContext,
  { requestId, chatId, partingMessage }: CommandRequest<'chats.complete'>,
): Promise<Result<Done>> {
  const { floorStore, dispatcher } = tools;
  const inHand = requireActionInWrapUp(floorStore, chatId, 'complete');
  if (!inHand.ok) return inHand;
  const words = validatePartingMessage(tools, chatId, partingMessage);
  if (!words.ok) return words;
  const stateBefore = inHand.value.state;
  const verdict = (): EffectStatus => {
    const chat = floorStore.chat(chatId);
    const isOver = chat === null || (chat.endedAt !== null && chat.state !== stateBefore);
    return isOver ? 'seen' : 'waiting';
  };
  const request = trackAcceptance((contactCentre) => contactCentre.operate('complete', inHand.value, words.value));
  return dispatcher.dispatch({
    requestId,
    kind: 'complete',
    chatId,
    agentId: null,
    send: request.send,
    verdict: afterAcceptance(words.value.partingMessage, request, verdict),
  });
}
