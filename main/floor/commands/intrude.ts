import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { fail } from '../../base/result';
import type { CommandContext } from './command-context';

/** Requests to join a running chat. The server answers with an invitation, or on some servers with the chat itself. */
export async function intrude(
  { floorStore, dispatcher }: CommandContext,
  { requestId, chatId, agentId, mode }: CommandRequest<'chats.intrude'>,
): Promise<Result<Done>> {
  const isIn = (): boolean => floorStore.chat(chatId)?.endedAt === null;
  if (isIn()) return fail('command.notOffered');
  return dispatcher.dispatch({
    requestId,
    kind: 'intrude',
    chatId,
    agentId,
    mode,
    send: (contactCentre) => {
      floorStore.expectInvitation(chatId, agentId);
      return contactCentre.operate('intrude', floorStore.addressOf(chatId), { agentId, mode });
    },
    verdict: () => (isIn() ? 'seen' : 'waiting'),
  });
}
