import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { done, fail } from '../../base/result';
import type { CommandTools } from './command-tools';

/** Ends a watch; chats already joined stay. A watch that the server does not hold now is only taken off the list. */
export async function stopWatching(
  tools: CommandTools,
  { requestId, agentId }: CommandRequest<'agents.stopWatching'>,
): Promise<Result<Done>> {
  const { truth, desk, turns } = tools;
  if (desk.isPending(['watch'], { agentId })) return fail('command.alreadyPending');
  const standing = truth.watchOf(agentId);
  if (standing === null) return done;
  if (standing.state !== 'active') {
    truth.removeWatch(agentId);
    return done;
  }
  let isAccepted = false;
  return desk.perform({
    requestId,
    kind: 'stopWatching',
    chatId: null,
    agentId,
    send: (contactCentre) =>
      turns.take(agentId, async () => {
        const isHeld = truth.watchOf(agentId)?.state === 'active';
        const result = isHeld ? await contactCentre.stopWatching({ agentId }) : done;
        // An answer that outlived its sign-in says nothing about the next one's watches.
        isAccepted = result.ok && tools.contactCentre() === contactCentre;
        if (isAccepted) truth.removeWatch(agentId);
        return result;
      }),
    verdict: () => (isAccepted ? 'seen' : 'waiting'),
  });
}
