import type { AppError, CommandName, CommandRequest, Mode } from '../../../preload/contract';
import { whyNotAct } from '../../../preload/contract/may-act';
import type { StepBack } from '../step-back/step-back';
import type { CommandContext } from './command-context';

interface PermissionTools extends Pick<CommandContext, 'floorStore' | 'invitationModes'> {
  readonly stepBack: Pick<StepBack, 'isTooSoon'>;
}

/** The mode a command would lead to; `undefined` for a command that changes no mode, `null` where it is not known. */
function modeOf(
  tools: PermissionTools,
  name: CommandName,
  request: object & Partial<CommandRequest<'chats.intrude'>>,
): Mode | null | undefined {
  if (name === 'chats.coach') return 'coach';
  if (name === 'chats.bargeIn') return 'bargeIn';
  if (name === 'agents.watch' || name === 'chats.intrude') return request.mode;
  return name === 'chats.accept' ? (tools.invitationModes.open.get(request.chatId ?? '') ?? null) : undefined;
}

/**
 * Returns why a command may not be carried out now, whatever it is about: the connection does not allow any, or it would make
 * the supervisor visible in the moment of a return to monitoring. The return itself is always allowed.
 */
export function whyNotNow(tools: PermissionTools, name: CommandName, request: object): AppError | null {
  if (name === 'chats.monitor') return null;
  const refusal = whyNotAct(tools.floorStore.connection);
  if (refusal !== null) return refusal;
  const mode = modeOf(tools, name, request);
  return mode !== undefined && tools.stepBack.isTooSoon(mode) ? { code: 'command.steppingBack' } : null;
}
