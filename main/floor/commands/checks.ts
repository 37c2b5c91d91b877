import type { Chat, ChatAction, CommandKind, Mode, Result } from '../../../preload/contract';
import { areSameReaders, readerIds } from '../../../preload/contract/readers';
import { fail, succeed } from '../../base/result';
import type { FloorStore } from '../floor-store';
import type { CommandDispatcher } from './command-dispatcher';
import type { EffectStatus } from './in-flight-command';

export const modeCommandKinds: readonly CommandKind[] = ['monitor', 'coach', 'bargeIn'];

/** The chat if it is still going on (or offered). */
export function requireLiveChat(floorStore: FloorStore, chatId: string): Result<Chat> {
  const chat = floorStore.chat(chatId);
  return chat === null || chat.endedAt !== null ? fail('command.chatGone') : succeed(chat);
}

/** The chat if it is live and the server says that this may be done in it now. */
export function requireAction(floorStore: FloorStore, chatId: string, action: ChatAction): Result<Chat> {
  const live = requireLiveChat(floorStore, chatId);
  if (!live.ok) return live;
  return live.value.allowedActions.includes(action) ? live : fail('command.notOffered');
}

/** The chat, also one that was left and is to be wrapped up, if the server says that this may be done with it now. */
export function requireActionInWrapUp(floorStore: FloorStore, chatId: string, action: ChatAction): Result<Chat> {
  const chat = floorStore.chat(chatId);
  if (chat === null || chat.state === 'finished' || chat.state === 'revoked') return fail('command.chatGone');
  return chat.allowedActions.includes(action) ? succeed(chat) : fail('command.notOffered');
}

/** The modes whose composer may be meant for these readers: while barged in, a whisper that the customer does not read. */
export const modesByAudience: Readonly<Record<'everyone' | 'agents', readonly Mode[]>> = {
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
export function requireComposedMode(
  floorStore: FloorStore,
  dispatcher: CommandDispatcher,
  { chatId, composedIn }: ModeComposition,
): Result<Chat> {
  const live = requireLiveChat(floorStore, chatId);
  if (!live.ok) return live;
  if (live.value.mode !== composedIn || dispatcher.isPending(modeCommandKinds, { chatId }))
    return fail('command.modeDiffers');
  return live;
}

/**
 * Whether what was composed may go out: in the confirmed mode, to an audience that this mode reaches, and to exactly the
 * readers the composer named. Nobody else reads it, also when somebody came in a moment ago.
 */
export function composedForReaders(
  floorStore: FloorStore,
  dispatcher: CommandDispatcher,
  composition: ReaderComposition,
): Result<Chat> {
  const { composedIn, audience, readers } = composition;
  const composed = requireComposedMode(floorStore, dispatcher, composition);
  if (!composed.ok) return composed;
  if (composedIn === 'monitor') return fail('command.notOffered');
  if (!modesByAudience[audience].includes(composedIn)) return fail('command.modeDiffers');
  const areSame = areSameReaders(readers, readerIds(composed.value.participants, audience));
  return areSame ? composed : fail('command.readersDiffer');
}

/** Whether words composed for everyone may go out to everyone now, said as a message or with something else. */
export function requireBargedIn(
  floorStore: FloorStore,
  dispatcher: CommandDispatcher,
  composition: Omit<ReaderComposition, 'audience'>,
): Result<Chat> {
  if (composition.composedIn === 'coach') {
    const composed = requireComposedMode(floorStore, dispatcher, composition);
    return composed.ok ? fail('command.notOffered') : composed;
  }
  return composedForReaders(floorStore, dispatcher, { ...composition, audience: 'everyone' });
}

/** For commands whose effect is the end of the chat. */
export function chatEndStatus(floorStore: FloorStore, chatId: string): EffectStatus {
  const chat = floorStore.chat(chatId);
  return chat === null || chat.endedAt !== null ? 'seen' : 'waiting';
}
