import type { Chat, ChatAction, CommandKind, Mode, Result } from '../../../preload/contract';
import { areSameReaders, readerIds } from '../../../preload/contract/readers';
import { fail, succeed } from '../../base/result';
import type { FloorStore } from '../floor-store';
import type { CommandDispatcher } from './command-dispatcher';
import type { EffectStatus } from './in-flight-command';

export const modeCommandKinds: readonly CommandKind[] = ['monitor', 'coach', 'bargeIn'];

/** Returns the chat if it has not ended (an offered chat counts as live); otherwise `command.chatGone`. */
export function requireLiveChat(floorStore: FloorStore, chatId: string): Result<Chat> {
  const chat = floorStore.chat(chatId);
  return chat === null || chat.endedAt !== null ? fail('command.chatGone') : succeed(chat);
}

/** Returns the chat if it is live and the server currently allows this action. */
export function requireAction(floorStore: FloorStore, chatId: string, action: ChatAction): Result<Chat> {
  const live = requireLiveChat(floorStore, chatId);
  if (!live.ok) return live;
  return live.value.allowedActions.includes(action) ? live : fail('command.notOffered');
}

/** Returns the chat if the server currently allows this action; unlike `requireAction` it accepts a chat in wrap-up. */
export function requireActionInWrapUp(floorStore: FloorStore, chatId: string, action: ChatAction): Result<Chat> {
  const chat = floorStore.chat(chatId);
  if (chat === null || chat.state === 'finished' || chat.state === 'revoked') return fail('command.chatGone');
  return chat.allowedActions.includes(action) ? succeed(chat) : fail('command.notOffered');
}

/**
 * Modes in which a text may be addressed to this audience. In barge-in the supervisor can still whisper to the agents.
 */
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

/** Returns the chat if `composedIn` is its confirmed mode and no mode change is pending. */
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
 * Returns the chat if a text may be sent: it was composed in the confirmed mode, the mode reaches the audience, and the
 * readers are exactly those that the composer named. A participant who joined a moment ago therefore blocks it.
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

/**
 * Returns the chat if a text composed for everyone may go to everyone now, as a message or as part of another command.
 */
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

/** Returns the status of commands whose effect is the end of the chat. */
export function chatEndStatus(floorStore: FloorStore, chatId: string): EffectStatus {
  const chat = floorStore.chat(chatId);
  return chat === null || chat.endedAt !== null ? 'seen' : 'waiting';
}
