import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { fail } from '../../base/result';
import type { CommandTools } from './command-tools';
import { nothingToDo } from './nothing-to-do';
import { endWatch } from './watch-media';

/** Ends a watch; chats already joined stay. A watch that the server does not hold now is only taken off the list. */
export async function stopWatching(
  tools: CommandTools,
  { requestId, agentId }: CommandRequest<'agents.stopWatching'>,
): Promise<Result<Done>> {
  const { truth, desk, turns } = tools;
  if (desk.isPending(['watch'], { agentId })) return fail('command.alreadyPending');
  const standing = truth.watchOf(agentId);
  if (standing === null || standing.state !== 'active') {
    if (standing !== null) truth.removeWatch(agentId);
    return nothingToDo(tools, { requestId, kind: 'stopWatching', chatId: null, agentId });
  }
  let isOver = false;
  return desk.perform({
    requestId,
    kind: 'stopWatching',
    chatId: null,
    agentId,
    send: (contactCentre) =>
      turns.take(agentId, async () => {
        const now = truth.watchOf(agentId);
        const media = now?.state === 'active' ? now.media : [];
        const { agreed, result } = await endWatch({ contactCentre, exposure: tools.watchExposure }, agentId, media);
        // An answer that outlived its sign-in says nothing about the next one's watches.
        if (tools.contactCentre() !== contactCentre) return result;
        isOver = result.ok;
        if (isOver) truth.removeWatch(agentId);
        else truth.markWatch(agentId, { media: media.filter((medium) => !agreed.includes(medium)) });
        return result;
      }),
    verdict: () => (isOver ? 'seen' : 'waiting'),
  });
}
