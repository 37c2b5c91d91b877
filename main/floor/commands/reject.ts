import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { chatOffering, endVerdict } from './checks';
import type { CommandTools } from './command-tools';

/** Declines an invitation. */
export async function reject(
  { truth, desk }: CommandTools,
  { requestId, chatId }: CommandRequest<'chats.reject'>,
): Promise<Result<Done>> {
  const offering = chatOffering(truth, chatId, 'reject');
  if (!offering.ok) return offering;
  return desk.perform({
    requestId,
    kind: 'reject',
    chatId,
    agentId: null,
    send: (contactCentre) => contactCentre.reject({ chatId }),
    verdict: () => endVerdict(truth, chatId),
  });
}
