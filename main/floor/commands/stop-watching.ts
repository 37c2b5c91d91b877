import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { fail } from '../../base/result';
import type { CommandContext } from './command-context';
import { settleAsNoOp } from './settle-as-no-op';
import { cancelWatch } from './watch-media';

/** Cancels a watch; joined chats stay. A watch that the server does not hold is only removed from the list. */
export async function stopWatching(
  tools: CommandContext,
  { requestId, agentId }: CommandRequest<'agents.stopWatching'>,
): Promise<Result<Done>> {
  const { floorStore, dispatcher, turns } = tools;
  if (dispatcher.isPending(['watch'], { agentId })) return fail('command.alreadyPending');
  const watch = floorStore.watchOf(agentId);
  if (watch === null || watch.state !== 'active') {
    if (watch !== null) floorStore.removeWatch(agentId);
    return settleAsNoOp(tools, { requestId, kind: 'stopWatching', chatId: null, agentId });
  }
  let isOver = false;
  return dispatcher.dispatch({
    requestId,
    kind: 'stopWatching',
    chatId: null,
    agentId,
    send: (contactCentre) =>
      turns.enqueue(agentId, async () => {
        const now = floorStore.watchOf(agentId);
        const media = now?.state === 'active' ? now.media : [];
        const { agreed, result } = await cancelWatch({ contactCentre, exposure: tools.watchExposure }, agentId, media);
        // The response belongs to an earlier sign-in and says nothing about the current watches.
        if (tools.contactCentre() !== contactCentre) return result;
        isOver = result.ok;
        if (isOver) floorStore.removeWatch(agentId);
        else floorStore.markWatch(agentId, { media: media.filter((medium) => !agreed.includes(medium)) });
        return result;
      }),
    verdict: () => (isOver ? 'seen' : 'waiting'),
  });
}
