import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { requireAction } from './checks';
import type { EffectStatus } from './in-flight-command';
import type { CommandContext } from './command-context';

/** Accepts an invitation to a chat. */
export async function accept(
  { floorStore, dispatcher, invitationModes }: CommandContext,
  { requestId, chatId }: CommandRequest<'chats.accept'>,
): Promise<Result<Done>> {
  const offering = requireAction(floorStore, chatId, 'accept');
  if (!offering.ok) return offering;
  const nickname = floorStore.chosenName(chatId);
  const mode = invitationModes.open.get(chatId);
  const verdict = (): EffectStatus => {
    const chat = floorStore.chat(chatId);
    if (chat?.state === 'active') return 'seen';
    if (chat?.state === 'joinFailed') return { code: 'command.refused' };
    return chat === null || chat.endedAt !== null ? { code: 'command.chatGone' } : 'waiting';
  };
  return dispatcher.dispatch({
    requestId,
    kind: 'accept',
    chatId,
    agentId: null,
    ...(mode === undefined ? {} : { mode }),
    send: (contactCentre) => contactCentre.operate('accept', offering.value, nickname === '' ? {} : { nickname }),
    verdict,
  });
}
