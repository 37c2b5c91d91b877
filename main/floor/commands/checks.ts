import type { Chat, ChatAction, IntentKind, Mode, Result } from '../../../preload/contract';
import { areSameReaders, readerIds } from '../../../preload/contract/readers';
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
  return chat.can.includes(action) ? succeed(chat) : fail('command.notOffered');
}

/** The modes whose composer may be meant for these readers: while barged in, a whisper that the customer does not read. */
export const composerReaches: Readonly<Record<'everyone' | 'agents', readonly Mode[]>> = {
  everyone: ['bargeIn'],
  agents: ['coach', 'bargeIn'],
};

interface ModeComposition {
  readonly chatId: string;
  readonly composedIn: Mode;
}

interface ReaderComposition extends ModeComposition {
  readonly audience: 'everyone' | 'agents';
  /** Participant ids. */
  readonly readers: readonly string[];
}

/** Whether the mode is the confirmed one, with no change of mode under way. */
export function composedInConfirmedMode(
  truth: Truth,
  desk: IntentDesk,
  { chatId, composedIn }: ModeComposition,
): Result<Chat> {
  const live = liveChat(truth, chatId);
  if (!live.ok) return live;
  if (live.value.mode !== composedIn || desk.isPending(modeKinds, { chatId })) return fail('command.modeDiffers');
  return live;
}

/**
 * Whether what was composed may go out: in the confirmed mode, to an audience that this mode reaches, and to exactly the
 * readers the composer named. Nobody else reads it, also when somebody came in a moment ago.
 */
export function composedForReaders(truth: Truth, desk: IntentDesk, composition: ReaderComposition): Result<Chat> {
  const { composedIn, audience, readers } = composition;
  const composed = composedInConfirmedMode(truth, desk, composition);
  if (!composed.ok) return composed;
  if (composedIn === 'monitor') return fail('command.notOffered');
  if (!composerReaches[audience].includes(composedIn)) return fail('command.modeDiffers');
  const areSame = areSameReaders(readers, readerIds(composed.value.participants, audience));
  return areSame ? composed : fail('command.readersDiffer');
}

/** Whether words composed for everyone may go out to everyone now, said as a message or with something else. */
export function mayTellEveryone(
  truth: Truth,
  desk: IntentDesk,
  composition: Omit<ReaderComposition, 'audience'>,
): Result<Chat> {
  if (composition.composedIn === 'coach') {
    const composed = composedInConfirmedMode(truth, desk, composition);
    return composed.ok ? fail('command.notOffered') : composed;
  }
  return composedForReaders(truth, desk, { ...composition, audience: 'everyone' });
}

/** For commands whose effect is the end of the chat. */
export function endVerdict(truth: Truth, chatId: string): Verdict {
  const chat = truth.chat(chatId);
  return chat === null || chat.endedAt !== null ? 'seen' : 'waiting';
}
