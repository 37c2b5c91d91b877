import type { AppError, CommandName, CommandRequest, Composition, Mode } from '../../../preload/contract';
import { chatOperationNames, factsOf } from '../../../preload/contract/chat-operations';
import { whyNotAct } from '../../../preload/contract/may-act';
import { isModeAllowed, isScopeAllowed, type Rights } from '../../../preload/contract/rights';
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

/** Returns whether the policy allows a command that leads to `mode`; see `modeOf`. An unknown mode may be any. */
function isAllowed(
  rights: Rights,
  mode: Mode | null | undefined,
  { scope, composedIn }: Partial<Pick<CommandRequest<'agents.watch'>, 'scope'> & Composition>,
): boolean {
  if (mode === null) return rights.mayCoach && rights.mayBargeIn;
  const modes = [mode, composedIn].filter((one) => one !== undefined);
  return modes.every((one) => isModeAllowed(rights, one)) && (scope === undefined || isScopeAllowed(rights, scope));
}

/**
 * Returns why a command is not possible now, or `null`. The reason is the policy, the connection, or a step back that this
 * command would undo by making the supervisor visible. Stepping back is always possible.
 */
export function whyNotNow(tools: PermissionTools, name: CommandName, request: object): AppError | null {
  if (name === 'chats.monitor') return null;
  const mode = modeOf(tools, name, request);
  if (!isAllowed(tools.rights, mode, request)) return { code: 'policy.notAllowed' };
  const refusal = whyNotAct(tools.floorStore.connection);
  if (refusal !== null) return refusal;
  return mode !== undefined && tools.stepBack.isTooSoon(mode) ? { code: 'command.steppingBack' } : null;
}
