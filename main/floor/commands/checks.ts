import type { Chat, ChatAction, IntentKind, Mode, Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import type { Truth } from '../truth';
import type { IntentDesk } from './intent-desk';
import type { Verdict } from './open-intent';

export const modeKinds: readonly IntentKind[] = ['monitor', 'coach', 'bargeIn'];

/** The chat if it is still going on (or offered). */
export function liveChat(truth: Truth, chatId: string): Result<Chat> {
  const chat = truth.chat(chatId);
  return chat === null || chat.endedAt !== null ? fail('command.chatGone') : succeed(chat);
}

/** The chat if it is live and the server says that this may be done in it now. */
export function chatOffering(truth: Truth, chatId: string, action: ChatAction): Result<Chat> {
  const live = liveChat(truth, chatId);
  if (!live.ok) return live;
  return live.value.can.includes(action) ? live : fail('command.notOffered');
}

/** The chat, also one that was left and is to be wrapped up, if the server says that this may be done with it now. */
export function chatInHand(truth: Truth, chatId: string, action: ChatAction): Result<Chat> {
  const chat = truth.chat(chatId);
  if (chat === null || chat.state === 'finished' || chat.state === 'revoked') return fail('command.chatGone');
  if (isBlind(truth)) return fail('command.chatStale');
  return chat.can.includes(action) ? succeed(chat) : fail('command.notOffered');
}

/** Whether what is known of the chats may have been overtaken long ago. */
function isBlind({ connection }: Truth): boolean {
  return connection.phase === 'offline' || connection.phase === 'signedOut';
}

/** The modes whose composer may be meant for these readers: while barged in, a whisper that the customer does not read. */
export const composerReaches: Readonly<Record<'everyone' | 'agents', readonly Mode[]>> = {
  everyone: ['bargeIn'],
  agents: ['coach', 'bargeIn'],
};

interface Composition {
  readonly chatId: string;
  readonly composedIn: Mode;
}

/**
 * Whether what was composed may go out: the mode it was composed in must be the one the server confirmed, with no
 * change of mode under way, so that nobody reads it but those named on the screen.
 */
export function composedInConfirmedMode(
  truth: Truth,
  desk: IntentDesk,
  { chatId, composedIn }: Composition,
): Result<Chat> {
  const live = liveChat(truth, chatId);
  if (!live.ok) return live;
  if (isBlind(truth)) return fail('command.chatStale');
  if (live.value.mode !== composedIn || desk.isPending(modeKinds, { chatId })) return fail('command.modeDiffers');
  return live;
}

/** Whether words composed for everyone may go out to everyone now, said as a message or with something else. */
export function mayTellEveryone(truth: Truth, desk: IntentDesk, composition: Composition): Result<Chat> {
  const composed = composedInConfirmedMode(truth, desk, composition);
  if (!composed.ok) return composed;
  return composition.composedIn === 'bargeIn' ? composed : fail('command.notOffered');
}

/** For commands whose effect is the end of the chat. */
export function endVerdict(truth: Truth, chatId: string): Verdict {
  const chat = truth.chat(chatId);
  return chat === null || chat.endedAt !== null ? 'seen' : 'waiting';
}
