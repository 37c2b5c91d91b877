import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { isUnseeable } from '../../../preload/contract/names/seen-text';
import { fail } from '../../base/result';
import type { CommandContext } from './command-context';
import { renewWatch } from './renew-watches';
import { requestWatch, mediaToWatch } from './watch-media';

/**
 * Watches an agent. The server never reports a watch, so its acceptance is the effect. A `nextChat` watch may join its
 * chat before the acceptance arrives, so joins count from the time of the request.
 */
export async function watch(
  tools: CommandContext,
  { requestId, agentId, mode, scope, nickname = '' }: CommandRequest<'agents.watch'>,
): Promise<Result<Done>> {
  const { floorStore, dispatcher, turns } = tools;
  if (isUnseeable(nickname)) return fail('name.unseeable');
  if (dispatcher.isPending(['stopWatching'], { agentId })) return fail('command.alreadyPending');
  const spec = { agentId, mode, scope, nickname };
  const madeAfterJoin = floorStore.joins;
  let isSettled = false;
  return dispatcher.dispatch({
    requestId,
    kind: 'watch',
    chatId: null,
    agentId,
    mode,
    send: (contactCentre) =>
      turns.enqueue(agentId, async () => {
        const askedIn = turns.sessionNumber;
        const before = floorStore.watchOf(agentId)?.media ?? [];
        const { agreed, result } = await requestWatch({ contactCentre, exposure: tools.watchExposure }, spec, {
          media: mediaToWatch(floorStore),
          before,
        });
        // The response belongs to an earlier sign-in and says nothing about the current watches.
        if (agreed.length === 0 || tools.contactCentre() !== contactCentre) return result;
        isSettled = result.ok;
        floorStore.putWatch(spec, agreed, madeAfterJoin);
        if (askedIn !== turns.sessionNumber) {
          // The server session that accepted the watch may be lost, and the watch with it.
          floorStore.markWatch(agentId, { state: 'renewing' });
          await renewWatch(tools, contactCentre, agentId, turns.sessionNumber);
        }
        return result;
      }),
    verdict: () => (isSettled ? 'seen' : 'waiting'),
  });
}
