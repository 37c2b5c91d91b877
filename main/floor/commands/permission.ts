import type { AppError, CommandName, CommandRequest, Mode } from '../../../preload/contract';
import { chatOperationNames, factsOf } from '../../../preload/contract/chat-operations';
import { whyNotAct } from '../../../preload/contract/may-act';
import { isCommandAllowed } from '../../../preload/contract/command-rights';
import type { StepBack } from '../step-back/step-back';
import type { CommandContext } from './command-context';

interface PermissionTools extends Pick<CommandContext, 'floorStore' | 'invitationModes' | 'rights'> {
  readonly stepBack: Pick<StepBack, 'isTooSoon'>;
}

/** Returns the mode that a command leads to, `undefined` if it changes no mode, `null` if the mode is unknown. */
function modeOf(
  tools: PermissionTools,
  name: CommandName,
  request: object & Partial<CommandRequest<'chats.intrude'>>,
): Mode | null | undefined {
  if (name === 'agents.watch') return request.mode;
  const operation = chatOperationNames.find((one) => name === `chats.${one}`);
  const leadsTo = operation === undefined ? undefined : factsOf(operation).leadsTo;
  if (leadsTo === 'asRequested') return request.mode;
  return leadsTo === 'asInvited' ? (tools.invitationModes.open.get(request.chatId ?? '') ?? null) : leadsTo;
}

/**
 * Returns why a command is not possible now, or `null`. The reason is the policy, the connection, or a step back that this
 * command would undo by making the supervisor visible. Stepping back is always possible.
 */
export function whyNotNow(tools: PermissionTools, name: CommandName, request: object): AppError | null {
  if (name === 'chats.monitor') return null;
  const { chatId = '' } = request as { readonly chatId?: string };
  const invitedTo = tools.invitationModes.open.get(chatId) ?? null;
  if (!isCommandAllowed(tools.rights, name, request, invitedTo)) return { code: 'policy.notAllowed' };
  const refusal = whyNotAct(tools.floorStore.connection);
  if (refusal !== null) return refusal;
  const mode = modeOf(tools, name, request);
  return mode !== undefined && tools.stepBack.isTooSoon(mode) ? { code: 'command.steppingBack' } : null;
}
