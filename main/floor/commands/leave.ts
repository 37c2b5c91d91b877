import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { fail } from '../../base/result';
import { endVerdict, liveChat } from './checks';
import type { CommandTools } from './command-tools';

/** Goes out of a chat. Also the way out of a state this version does not know, whatever the server offers there. */
export async function leave(
  { truth, desk }: CommandTools,
  { requestId, chatId }: CommandRequest<'chats.leave'>,
): Promise<Result<Done>> {
  const live = liveChat(truth, chatId);
  if (!live.ok) return live;
  if (!live.value.can.includes('leave') && live.value.state !== 'unknown') return fail('command.notOffered');
  return desk.perform({
    requestId,
    kind: 'leave',
    chatId,
    agentId: null,
    send: (contactCentre) => contactCentre.leave({ chatId }),
    verdict: () => endVerdict(truth, chatId),
  });
}
