import type { Chat, CommandRequest, Done, Result } from '../../../preload/contract';
import { fail } from '../../base/result';
import { asked } from './asked';
import { chatInHand } from './checks';
import type { CommandTools } from './command-tools';
import type { Verdict } from './open-intent';

type HandOver = CommandRequest<'chats.transfer'>;

/**
 * Gives the chat to somebody else. It worked when the chat left the supervisor, or when the ones in it changed as asked:
 * not every server sends a supervisor out with it. A chat that ended before the server answered may have ended for
 * another reason, so that alone proves nothing.
 */
export async function transfer(tools: CommandTools, { requestId, chatId, target }: HandOver): Promise<Result<Done>> {
  const offering = chatInHand(tools.truth, chatId, 'transfer');
  if (!offering.ok) return offering;
  const before = offering.value;
  if (isIn(before, target)) return fail('command.refused');
  const asking = asked((contactCentre) => contactCentre.transfer({ chatId, target }));
  const verdict = (): Verdict => {
    const chat = tools.truth.chat(chatId);
    if (chat === null || chat.endedAt !== null) {
      return asking.isAccepted() || chat?.state === 'finished' ? 'seen' : 'waiting';
    }
    const hasMoved =
      target.kind === 'agent' ? isIn(chat, target) : asking.isAccepted() && hasLost(chat, before.agentId);
    return hasMoved ? 'seen' : 'waiting';
  };
  return tools.desk.perform({ requestId, kind: 'transfer', chatId, agentId: null, send: asking.send, verdict });
}

/** Asks a colleague beside the chat. They may take their time to come, and no server tells that they were asked. */
export async function consult(tools: CommandTools, request: HandOver): Promise<Result<Done>> {
  return askIn(tools, request, 'consult');
}

/** Asks a colleague into the chat, where the customer sees them. */
export async function invite(tools: CommandTools, request: HandOver): Promise<Result<Done>> {
  return askIn(tools, request, 'invite');
}

async function askIn(
  tools: CommandTools,
  { requestId, chatId, target }: HandOver,
  kind: 'consult' | 'invite',
): Promise<Result<Done>> {
  const offering = chatInHand(tools.truth, chatId, kind);
  if (!offering.ok) return offering;
  if (isIn(offering.value, target)) return fail('command.refused');
  const asking = asked((contactCentre) => contactCentre[kind]({ chatId, target }));
  return tools.desk.perform({
    ...{ requestId, kind, chatId, agentId: null, about: target.id },
    send: asking.send,
    isDoneWhenSilent: true,
    verdict: () => whileGoingOn(tools, chatId, asking.isAccepted, (chat) => isIn(chat, target)),
  });
}

/** Sends home, or stops calling, whom the supervisor consulted. */
export async function cancelConsult(
  tools: CommandTools,
  { requestId, chatId }: CommandRequest<'chats.cancelConsult'>,
): Promise<Result<Done>> {
  const offering = chatInHand(tools.truth, chatId, 'cancelConsult');
  if (!offering.ok) return offering;
  const asking = asked((contactCentre) => contactCentre.cancelConsult({ chatId }));
  const isOver = (chat: Chat): boolean => asking.isAccepted() && !chat.can.includes('cancelConsult');
  return tools.desk.perform({
    ...{ requestId, kind: 'cancelConsult', chatId, agentId: null },
    send: asking.send,
    isDoneWhenSilent: true,
    verdict: () => whileGoingOn(tools, chatId, asking.isAccepted, isOver),
  });
}

export async function removeParticipant(
  tools: CommandTools,
  { requestId, chatId, userId }: CommandRequest<'chats.removeParticipant'>,
): Promise<Result<Done>> {
  const offering = chatInHand(tools.truth, chatId, 'removeParticipant');
  if (!offering.ok) return offering;
  const target = offering.value.participants.find((participant) => participant.userId === userId);
  if (target === undefined) return fail('command.notFound');
  if (target.kind === 'self') return fail('command.refused');
  const asking = asked((contactCentre) => contactCentre.removeParticipant({ chatId, userId }));
  return tools.desk.perform({
    ...{ requestId, kind: 'removeParticipant', chatId, agentId: null, about: userId },
    send: asking.send,
    verdict: () => whileGoingOn(tools, chatId, asking.isAccepted, (chat) => hasLost(chat, userId)),
  });
}

function whileGoingOn(
  { truth }: CommandTools,
  chatId: string,
  isAccepted: () => boolean,
  isSeen: (chat: Chat) => boolean,
): Verdict {
  const chat = truth.chat(chatId);
  if (chat === null || chat.endedAt !== null) return isAccepted() ? 'seen' : { code: 'command.chatGone' };
  return isSeen(chat) ? 'seen' : 'waiting';
}

function isIn(chat: Chat, target: HandOver['target']): boolean {
  return target.kind === 'agent' && chat.participants.some((participant) => participant.userId === target.id);
}

function hasLost(chat: Chat, userId: string | null): boolean {
  return userId !== null && chat.participants.every((participant) => participant.userId !== userId);
}
