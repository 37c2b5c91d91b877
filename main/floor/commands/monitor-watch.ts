import type { Done, Result } from '../../../preload/contract';
import type { CommandContext } from './command-context';
import { settleWatch } from './settle-watches';
import { stopWatching } from './stop-watching';
import { watch } from './watch';

/**
 * Ensures that the server holds no visible watch for this agent. Requests the listed watch in monitor mode, or cancels
 * it if the server refuses. Then settles watches that the server may hold without being listed.
 */
export async function monitorWatch(tools: CommandContext, agentId: string, requestId: string): Promise<Result<Done>> {
  const listed = tools.floorStore.watchOf(agentId);
  if (listed !== null && listed.mode !== 'monitor') {
    const { scope, nickname } = listed;
    const result = await watch(tools, { requestId, agentId, mode: 'monitor', scope, nickname });
    const isRefused = !result.ok && ['command.refused', 'command.forbidden'].includes(result.error.code);
    if (isRefused) return stopWatching(tools, { requestId: `${requestId}:stop`, agentId });
    if (!result.ok && result.error.code !== 'command.partlyDone') return result;
  }
  return settleWatch(tools, agentId);
}
