import type { Done, PendingCommand, Result } from '../../../preload/contract';
import { done } from '../../base/result';
import type { CommandPorts } from './ports';

/**
 * Returns success for a command that changes nothing. It still publishes `commandSettled`, because the window shows the
 * command as pending until then.
 */
export function settleAsNoOp(
  { floorStore, clock }: Pick<CommandPorts, 'floorStore' | 'clock'>,
  command: Pick<PendingCommand, 'requestId' | 'kind' | 'chatId' | 'agentId'>,
): Result<Done> {
  const pending: PendingCommand = { ...command, phase: 'accepted', since: clock.now() };
  floorStore.putPending(pending);
  floorStore.settlePending(pending, null);
  return done;
}
