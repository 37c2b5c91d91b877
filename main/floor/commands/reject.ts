import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { requireAction, chatEndStatus } from './checks';
import type { CommandContext } from './command-context';

/** Rejects an invitation. */
export async function reject(
  { floorStore, dispatcher }: CommandContext,
  { requestId, chatId }: CommandRequest<'chats.reject'>,
): Promise<Result<Done>> {
  const offering = requireAction(floorStore, chatId, 'reject');
  if (!offering.ok) return offering;
  return dispatcher.dispatch({
    requestId,
    kind: 'reject',
    chatId,
    agentId: null,
    send: (contactCentre) => contactCentre.operate('reject', offering.value, {}),
    verdict: () => chatEndStatus(floorStore, chatId),
  });
}
