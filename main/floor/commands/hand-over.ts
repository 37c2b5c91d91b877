import type { Chat, CommandRequest, Done, Result } from '../../../preload/contract';
import { fail } from '../../base/result';
import { trackAcceptance } from './track-acceptance';
import { requireActionInWrapUp } from './checks';
import type { CommandContext } from './command-context';
import type { EffectStatus } from './in-flight-command';
import { whileGoingOn } from './plain-operation';

type HandOver = CommandRequest<'chats.transfer'>;

/**
 * Transfers the chat. The command is confirmed when the supervisor has left the chat or its participants changed as
 * requested, because not every server removes the supervisor. An end of the chat before the response may have another
 * cause and confirms nothing.
 */
export async function transfer(tools: CommandContext, { requestId, chatId, target }: HandOver): Promise<Result<Done>> {
  const offering = requireActionInWrapUp(tools.floorStore, chatId, 'transfer');
  if (!offering.ok) return offering;
  const before = offering.value;
  if (isIn(before, target)) return fail('command.refused');
  const request = trackAcceptance((contactCentre) => contactCentre.operate('transfer', before, { target }));
  const verdict = (): EffectStatus => {
    const chat = tools.floorStore.chat(chatId);
    if (chat === null || chat.endedAt !== null) {
      return request.isAccepted() || chat?.state === 'finished' ? 'seen' : 'waiting';
    }
    const hasMoved =
      target.kind === 'agent' ? isIn(chat, target) : request.isAccepted() && hasLost(chat, before.agentId);
    return hasMoved ? 'seen' : 'waiting';
  };
  return tools.dispatcher.dispatch({ requestId, kind: 'transfer', chatId, agentId: null, send: request.send, verdict });
}

/**
 * Consults a colleague. They may take time to join and the server never reports the request, so the command succeeds
 * unless a failure arrives.
 */
export async function consult(tools: CommandContext, request: HandOver): Promise<Result<Done>> {
  return askIn(tools, request, 'consult');
}

/** Invites a colleague into the chat, visible to the customer. */
export async function invite(tools: CommandContext, request: HandOver): Promise<Result<Done>> {
  return askIn(tools, request, 'invite');
}

async function askIn(
  tools: CommandContext,
  { requestId, chatId, target }: HandOver,
  kind: 'consult' | 'invite',
): Promise<Result<Done>> {
  const offering = requireActionInWrapUp(tools.floorStore, chatId, kind);
  if (!offering.ok) return offering;
  if (isIn(offering.value, target)) return fail('command.refused');
  const request = trackAcceptance((contactCentre) => contactCentre.operate(kind, offering.value, { target }));
  return tools.dispatcher.dispatch({
    ...{ requestId, kind, chatId, agentId: null, about: target.id },
    send: request.send,
    succeedsWithoutFailure: true,
    verdict: () => whileGoingOn(tools.floorStore, chatId, request.isAccepted, (chat) => isIn(chat, target)),
  });
}

export async function removeParticipant(
  tools: CommandContext,
  { requestId, chatId, userId }: CommandRequest<'chats.removeParticipant'>,
): Promise<Result<Done>> {
  const offering = requireActionInWrapUp(tools.floorStore, chatId, 'removeParticipant');
  if (!offering.ok) return offering;
  const target = offering.value.participants.find((participant) => participant.userId === userId);
  if (target === undefined) return fail('command.notFound');
  if (target.kind === 'self') return fail('command.refused');
  const request = trackAcceptance((contactCentre) =>
    contactCentre.operate('removeParticipant', offering.value, { userId }),
  );
  return tools.dispatcher.dispatch({
    ...{ requestId, kind: 'removeParticipant', chatId, agentId: null, about: userId },
    send: request.send,
    verdict: () => whileGoingOn(tools.floorStore, chatId, request.isAccepted, (chat) => hasLost(chat, userId)),
  });
}

function isIn(chat: Chat, target: HandOver['target']): boolean {
  return target.kind === 'agent' && chat.participants.some((participant) => participant.userId === target.id);
}

function hasLost(chat: Chat, userId: string | null): boolean {
  return userId !== null && chat.participants.every((participant) => participant.userId !== userId);
}
