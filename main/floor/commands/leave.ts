import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { fail } from '../../base/result';
import { trackAcceptance } from './track-acceptance';
import { chatEndStatus, requireLiveChat } from './checks';
import type { CommandContext } from './command-context';
import { validatePartingMessage, afterAcceptance } from './parting-message';

/**
 * Leaves a chat. Also allowed in a state that this version does not know, whatever the server's allowed actions are.
 */
export async function leave(
  tools: CommandContext,
  { requestId, chatId, partingMessage }: CommandRequest<'chats.leave'>,
): Promise<Result<Done>> {
  const { floorStore, dispatcher } = tools;
  const live = requireLiveChat(floorStore, chatId);
  if (!live.ok) return live;
  if (!live.value.allowedActions.includes('leave') && live.value.state !== 'unknown') return fail('command.notOffered');
  const words = validatePartingMessage(tools, chatId, partingMessage);
  if (!words.ok) return words;
  const request = trackAcceptance((contactCentre) => contactCentre.operate('leave', live.value, words.value));
  return dispatcher.dispatch({
    requestId,
    kind: 'leave',
    chatId,
    agentId: null,
    send: request.send,
    verdict: afterAcceptance(words.value.partingMessage, request, () => chatEndStatus(floorStore, chatId)),
  });
}
