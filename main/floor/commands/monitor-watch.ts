import type { Done, Result } from '../../../preload/contract';
import { done, fail } from '../../base/result';
import { isVisibleTo } from '../step-back/exposures';
import type { CommandTools } from './command-tools';
import { stopWatching } from './stop-watching';
import { watch } from './watch';
import { askForWatch, endWatch } from './watch-media';

/**
 * Takes care that the server holds no watch for this agent in a visible mode: requests it again in monitor mode, or ends it
 * where the server refuses that. What the server may hold although no list shows it is replaced and then ended, because
 * the server refuses to end what it does not hold, and that refusal would prove nothing.
 */
export async function monitorWatch(tools: CommandTools, agentId: string, requestId: string): Promise<Result<Done>> {
  const { truth } = tools;
  const listed = truth.watchOf(agentId);
  if (listed !== null) {
    const { scope, nickname } = listed;
    const asked = await watch(tools, { requestId, agentId, mode: 'monitor', scope, nickname });
    const isRefused = !asked.ok && ['command.refused', 'command.forbidden'].includes(asked.error.code);
    if (isRefused) return stopWatching(tools, { requestId: `${requestId}:stop`, agentId });
    if (!asked.ok && asked.error.code !== 'command.partlyDone') return asked;
  }
  return endUnlisted(tools, agentId);
}

async function endUnlisted(tools: CommandTools, agentId: string): Promise<Result<Done>> {
  const { watchExposure: exposure, turns } = tools;
  const media = exposure.visible((mode) => isVisibleTo('everyone', mode)).get(agentId) ?? [];
  const contactCentre = tools.contactCentre();
  if (media.length === 0) return done;
  if (contactCentre === null) return fail('session.signedOut');
  return turns.take(agentId, async () => {
    const port = { contactCentre, exposure };
    const harmless = { agentId, mode: 'monitor', scope: 'nextChat', nickname: '' } as const;
    const { agreed, result } = await askForWatch(port, harmless, { media });
    if (agreed.length > 0) await endWatch(port, agentId, agreed);
    return result;
  });
}
