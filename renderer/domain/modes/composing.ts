import type { Chat, ConnectionState, DraftPlace, DraftReader, Mode } from '../../../preload/contract';
import { maxMessageLength, readingParticipants } from '../../../preload/contract/readers';
import { mayAct } from '../../../preload/contract/may-act';
import type { Audience } from './readers';

const warnWithin = 1_000;

/** Why nothing can be sent now; its locale key is `composer.blocked.<this>`. */
export type ComposeBlock = 'ended' | 'offline' | 'modeChanging' | 'modeUnknown' | 'notOffered' | 'tooLong';

/** The readers. In barge-in the supervisor may still write to agents only. */
export function audienceOf(mode: Mode, isWhisper: boolean): Audience {
  return mode === 'bargeIn' && !isWhisper ? 'everyone' : 'agents';
}

/** The number of remaining characters near the limit; negative beyond it. */
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

/** Returns the place of a text begun now: the audience of this mode. */
export function placeNow(chat: Chat, mode: Mode, audience: Audience): DraftPlace {
  const readers: DraftReader[] = readingParticipants(chat.participants, audience).map(
    ({ participantId, kind, nickname }) => ({ participantId, kind, nickname }),
  );
  return { chatId: chat.id, mode, audience, readers, sentAs: null };
}

/** The place for this audience in the confirmed mode; `null` if the mode does not allow it. */
export function placeFor(chat: Chat, audience: Audience): DraftPlace | null {
  if (chat.state !== 'active') return null;
  if (chat.mode === 'bargeIn' || (chat.mode === 'coach' && audience === 'agents'))
    return placeNow(chat, chat.mode, audience);
  return null;
}

export function readerIdsOf({ readers }: Pick<DraftPlace, 'readers'>): readonly string[] {
  return readers.map(({ participantId }) => participantId).sort();
}

/** The identity of a draft. */
export function placeKey(place: DraftPlace): string {
  return JSON.stringify([place.chatId, place.mode, place.audience, readerIdsOf(place), place.sentAs]);
}

/** Returns the chat as it was when the text was begun, to name its original readers. */
export function chatAsBegun(chat: Chat, { readers, audience }: DraftPlace): Chat {
  if (readers.length === 0) return chat;
  const known = new Map(chat.participants.map((one) => [one.participantId, one]));
  const participants = readers.map((one) => known.get(one.participantId) ?? { ...one, userId: null, visibility: null });
  // In coach mode the customer is named too, as someone who does not read it.
  const customers = audience === 'agents' ? chat.participants.filter(({ kind }) => kind === 'customer') : [];
  return { ...chat, participants: [...participants, ...customers] };
}

/** Why a text cannot be continued as it is; its locale key is `composer.held.why.<this>`. */
export type HeldWhy = 'mode' | 'readers' | 'ended' | 'refused' | 'elsewhere' | 'reloaded';

/** Returns what happened to the field of a text, derived from the selected chat. */
export function whyHeld(place: DraftPlace, wasWaiting: boolean, chat: Chat | undefined): HeldWhy {
  if (chat === undefined || chat.id !== place.chatId) return 'elsewhere';
  if (chat.state !== 'active') return 'ended';
  if (wasWaiting && chat.mode !== place.mode) return 'refused';
  return chat.mode === place.mode ? 'readers' : 'mode';
}

/** A chat of which only the draft is known. */
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
