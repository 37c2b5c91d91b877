import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { fail } from '../../base/result';
import type { CommandTools } from './command-tools';
import { renewWatch } from './renew-watches';

/**
 * Joins an agent's coming chats from now on. The server never announces a watch, so its acceptance is the effect.
 * A one-chat watch may bring its chat before the acceptance comes; joins are therefore counted from the asking on.
 */
export async function watch(
  tools: CommandTools,
  { requestId, agentId, mode, scope }: CommandRequest<'agents.watch'>,
): Promise<Result<Done>> {
  const { truth, desk, turns } = tools;
  if (desk.isPending(['stopWatching'], { agentId })) return fail('command.alreadyPending');
  const madeAfterJoin = truth.joins;
  let isAccepted = false;
  return desk.perform({
    requestId,
    kind: 'watch',
    chatId: null,
    agentId,
    send: (contactCentre) =>
      turns.take(agentId, async () => {
        const askedIn = turns.session;
        const result = await contactCentre.watch({ agentId, mode, scope });
        // An answer that outlived its sign-in says nothing about the next one's watches.
        isAccepted = result.ok && tools.contactCentre() === contactCentre;
        if (!isAccepted) return result;
        truth.putWatch({ agentId, mode, scope }, madeAfterJoin);
        if (askedIn !== turns.session) {
          // Accepted, but perhaps by a server session that was lost meanwhile, and the watch with it.
          truth.markWatch(agentId, 'renewing');
          await renewWatch(tools, contactCentre, agentId, turns.session);
        }
        return result;
      }),
    verdict: () => (isAccepted ? 'seen' : 'waiting'),
  });
}
