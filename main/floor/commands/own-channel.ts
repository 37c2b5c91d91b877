import type { CommandRequest, Done, OwnChannel, Result } from '../../../preload/contract';
import { fail } from '../../base/result';
import type { ContactCentre } from '../contact-centre';
import type { CommandContext } from './command-context';
import type { CommandPlan } from './in-flight-command';

/** Sets this channel to ready: the server may route work to the supervisor. */
export function setReady(tools: CommandContext, request: CommandRequest<'me.setReady'>): Promise<Result<Done>> {
  const { requestId, medium } = request;
  return change(tools, medium, {
    requestId,
    kind: 'setReady',
    send: (contactCentre, logsIn) => contactCentre.setReady({ medium, logsIn }),
    isSo: ({ state }) => state === 'ready',
  });
}

export function setNotReady(tools: CommandContext, request: CommandRequest<'me.setNotReady'>): Promise<Result<Done>> {
  const { requestId, medium, reasonId } = request;
  return change(tools, medium, {
    requestId,
    kind: 'setNotReady',
    send: (contactCentre, logsIn) => contactCentre.setNotReady({ medium, reasonId, logsIn }),
    isSo: (channel) => channel.state === 'notReady' && channel.reasonId === reasonId,
  });
}

interface Change extends Pick<CommandPlan, 'requestId'> {
  readonly send: (contactCentre: ContactCentre, logsIn: boolean) => ReturnType<CommandPlan['send']>;
  readonly kind: 'setReady' | 'setNotReady';
  readonly isSo: (channel: OwnChannel) => boolean;
}

/** Allows one pending change per channel: the order in which the server executes two is unknown. */
async function change(
  { floorStore, dispatcher }: CommandContext,
  medium: OwnChannel['medium'],
  { isSo, send, ...plan }: Change,
): Promise<Result<Done>> {
  const channel = (): OwnChannel | undefined => floorStore.ownChannels.find((own) => own.medium === medium);
  const before = channel();
  if (before === undefined) return fail('command.notFound');
  if (dispatcher.isPending(['setReady', 'setNotReady'], { about: medium })) return fail('command.alreadyPending');
  return dispatcher.dispatch({
    ...plan,
    send: (contactCentre) => send(contactCentre, before.state === 'loggedOut' || before.state === 'unknown'),
    chatId: null,
    agentId: null,
    about: medium,
    verdict: () => {
      const now = channel();
      return now !== undefined && isSo(now) ? 'seen' : 'waiting';
    },
  });
}
