import type { Chat, ConnectionState, DraftPlace, DraftReader, Mode } from '../../preload/contract';
import { maxMessageLength, readingParticipants } from '../../preload/contract/readers';
import { mayAct } from '../../preload/contract/may-act';
import type { Audience } from './readers';

const warnWithin = 1_000;

/** Why nothing can be sent now; the key of its sentence is `composer.blocked.<this>`. */
export type ComposeBlock = 'ended' | 'offline' | 'modeChanging' | 'modeUnknown' | 'notOffered' | 'tooLong';

/** Who would read it. In barge-in the supervisor may still turn to the agents alone. */
export function audienceOf(mode: Mode, isWhisper: boolean): Audience {
  return mode === 'bargeIn' && !isWhisper ? 'everyone' : 'agents';
}

/** How many characters are left, once that begins to matter; negative when there are too many. */
export function charactersLeft(text: string): number | null {
  const left = maxMessageLength - text.length;
  return left <= warnWithin ? left : null;
}

export interface ComposeRequest {
  readonly chat: Chat;
  readonly audience: Audience;
  readonly connection: ConnectionState['phase'];
  readonly isModeChanging: boolean;
  readonly text: string;
}

export function composeBlock(request: ComposeRequest): ComposeBlock | null {
  const { chat, audience, connection, isModeChanging, text } = request;
  if (chat.state !== 'active') return 'ended';
  if (!mayAct(connection)) return 'offline';
  if (isModeChanging) return 'modeChanging';
  if (chat.mode === null) return 'modeUnknown';
  if (!chat.allowedActions.includes(audience === 'everyone' ? 'sendToEveryone' : 'sendToAgents')) return 'notOffered';
  return text.length > maxMessageLength ? 'tooLong' : null;
}

/** Returns the place of a text that is begun now: it belongs to those who would read it in this mode. */
export function placeNow(chat: Chat, mode: Mode, audience: Audience): DraftPlace {
  const readers: DraftReader[] = readingParticipants(chat.participants, audience).map(
    ({ participantId, kind, nickname }) => ({ participantId, kind, nickname }),
  );
  return { chatId: chat.id, mode, audience, readers, sentAs: null };
}

/** The place for this audience in the confirmed mode; `null` where the mode does not reach it. */
export function placeFor(chat: Chat, audience: Audience): DraftPlace | null {
  if (chat.state !== 'active') return null;
  if (chat.mode === 'bargeIn' || (chat.mode === 'coach' && audience === 'agents'))
    return placeNow(chat, chat.mode, audience);
  return null;
}

export function readerIdsOf({ readers }: Pick<DraftPlace, 'readers'>): readonly string[] {
  return readers.map(({ participantId }) => participantId).sort();
}

/** Identity of an unsent text. */
export function placeKey(place: DraftPlace): string {
  return JSON.stringify([place.chatId, place.mode, place.audience, readerIdsOf(place), place.sentAs]);
}

/** Returns the chat as it was when the text was begun, to name the readers it was begun for. */
export function chatAsBegun(chat: Chat, { readers, audience }: DraftPlace): Chat {
  if (readers.length === 0) return chat;
  const known = new Map(chat.participants.map((one) => [one.participantId, one]));
  const participants = readers.map((one) => known.get(one.participantId) ?? { ...one, userId: null, visibility: null });
  // Who does not read a whisper is named beside those who do.
  const customers = audience === 'agents' ? chat.participants.filter(({ kind }) => kind === 'customer') : [];
  return { ...chat, participants: [...participants, ...customers] };
}

/** Why a text that was being written cannot simply be written on; the key of its sentence is `composer.held.why.<this>`. */
export type HeldWhy = 'mode' | 'readers' | 'ended' | 'refused' | 'elsewhere' | 'reloaded';

/** Returns what happened to the field of a text, told by the chat in view now. */
export function whyHeld(place: DraftPlace, wasWaiting: boolean, chat: Chat | undefined): HeldWhy {
  if (chat === undefined || chat.id !== place.chatId) return 'elsewhere';
  if (chat.state !== 'active') return 'ended';
  if (wasWaiting && chat.mode !== place.mode) return 'refused';
  return chat.mode === place.mode ? 'readers' : 'mode';
}

/** A chat of which nothing is known but that a text was written in it. */
export function unreadChat(id: string): Chat {
  const unknown = { customerName: null, agentId: null, agentName: null, receivedAt: null, endedAt: null, mode: null };
  return {
    id,
    medium: 'chat',
    state: 'unknown',
    allowedActions: [],
    participants: [],
    customerData: [],
    firstSeenAt: 0,
    ...unknown,
  };
}
