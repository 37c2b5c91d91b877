import type { Chat, ChatAction, IntentKind, Mode, Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import type { Truth } from '../truth';
import type { IntentDesk, Verdict } from './intent-desk';

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
  const { phase } = truth.connection;
  if (phase === 'offline' || phase === 'signedOut') return fail('command.chatStale');
  if (live.value.mode !== composedIn || desk.isPending(modeKinds, { chatId })) return fail('command.modeDiffers');
  return live;
}

/** For commands whose effect is the end of the chat. */
export function endVerdict(truth: Truth, chatId: string): Verdict {
  const chat = truth.chat(chatId);
  return chat === null || chat.endedAt !== null ? 'seen' : 'waiting';
}
