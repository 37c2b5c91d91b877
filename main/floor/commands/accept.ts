import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { chatOffering } from './checks';
import type { Verdict } from './open-intent';
import type { CommandTools } from './command-tools';

/** Enters a chat the supervisor was invited to. */
export async function accept(
  { truth, desk, invitationModes }: CommandTools,
  { requestId, chatId }: CommandRequest<'chats.accept'>,
): Promise<Result<Done>> {
  const offering = chatOffering(truth, chatId, 'accept');
  if (!offering.ok) return offering;
  const nickname = truth.chosenName(chatId);
  const mode = invitationModes.open.get(chatId);
  const verdict = (): Verdict => {
    const chat = truth.chat(chatId);
    if (chat?.state === 'active') return 'seen';
    if (chat?.state === 'joinFailed') return { code: 'command.refused' };
    return chat === null || chat.endedAt !== null ? { code: 'command.chatGone' } : 'waiting';
  };
  return desk.perform({
    requestId,
    kind: 'accept',
    chatId,
    agentId: null,
    ...(mode === undefined ? {} : { mode }),
    send: (contactCentre) => contactCentre.accept({ chatId, ...(nickname === '' ? {} : { nickname }) }),
    verdict,
  });
}
