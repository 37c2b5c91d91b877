import type { Done, PendingCommand, Result } from '../../../preload/contract';
import { done } from '../../base/result';
import type { CommandPorts } from './ports';

/**
 * The answer to a wish that is fulfilled already. It is told as over all the same: the window that made it shows it as
 * under way until it hears of its end.
 */
export function settleAsNoOp(
  { floorStore, clock }: Pick<CommandPorts, 'floorStore' | 'clock'>,
  wish: Pick<PendingCommand, 'requestId' | 'kind' | 'chatId' | 'agentId'>,
): Result<Done> {
  const intent: PendingCommand = { ...wish, phase: 'accepted', since: clock.now() };
  floorStore.putIntent(intent);
  floorStore.settleIntent(intent, null);
  return done;
}
