import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { isUnseeable } from '../../../preload/contract/names/seen-text';
import { fail } from '../../base/result';
import type { CommandContext } from './command-context';
import { renewWatch } from './renew-watches';
import { requestWatch, mediaToWatch } from './watch-media';

/**
 * Joins an agent's coming chats from now on. The server never announces a watch, so its acceptance is the effect.
 * A one-chat watch may bring its chat before the acceptance comes; joins are therefore counted from the asking on.
 */
export async function watch(
  tools: CommandContext,
  { requestId, agentId, mode, scope, nickname = '' }: CommandRequest<'agents.watch'>,
): Promise<Result<Done>> {
  const { floorStore, dispatcher, turns } = tools;
  if (isUnseeable(nickname)) return fail('name.unseeable');
  if (dispatcher.isPending(['stopWatching'], { agentId })) return fail('command.alreadyPending');
  const wish = { agentId, mode, scope, nickname };
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
        const { agreed, result } = await requestWatch({ contactCentre, exposure: tools.watchExposure }, wish, {
          media: mediaToWatch(floorStore),
          before,
        });
        // An answer that outlived its sign-in says nothing about the next one's watches.
        if (agreed.length === 0 || tools.contactCentre() !== contactCentre) return result;
        isSettled = result.ok;
        floorStore.putWatch(wish, agreed, madeAfterJoin);
        if (askedIn !== turns.sessionNumber) {
          // Accepted, but perhaps by a server session that was lost meanwhile, and the watch with it.
          floorStore.markWatch(agentId, { state: 'renewing' });
          await renewWatch(tools, contactCentre, agentId, turns.sessionNumber);
        }
        return result;
      }),
    verdict: () => (isSettled ? 'seen' : 'waiting'),
  });
}
