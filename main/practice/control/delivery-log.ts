import type { Author, Chat, LoggedMessage, Party } from '../contact-centre/model';
import { customerOf, partiesSeenBy, partyOf } from '../contact-centre/visibility';

interface SeenMessage {
  readonly index: number;
  readonly type: string;
  readonly visibility: string;
  readonly from: string;
  readonly fromRole: Author['role'];
  readonly text: string | null;
  readonly at: number;
}

interface SeenParticipant {
  readonly nickname: string;
  readonly role: Author['role'];
  readonly visibility: string;
}

export interface DeliveryRecord {
  readonly chatId: string;
  readonly party: string;
  readonly state: string;
  /** Everything ever delivered to this party, in order. */
  readonly messages: readonly SeenMessage[];
  /** The participants this party can see now. */
  readonly participants: readonly SeenParticipant[];
}

/**
 * Records what was actually delivered to whom, at the time of delivery. It does not apply the visibility rule itself: a whisper that
 * reached a customer would be recorded.
 */
export class DeliveryLog {
  /** Per chat and reader; released together with the chat. */
  readonly #seen = new WeakMap<Chat, Map<string | null, LoggedMessage[]>>();

  messagesLogged(chat: Chat, reader: Party, messages: readonly LoggedMessage[]): void {
    const readers = this.#seen.get(chat) ?? new Map<string | null, LoggedMessage[]>();
    const seen = readers.get(reader.userId) ?? [];
    if (messages.length === 1) seen.push(...messages);
    else {
      // A returning participant gets the history again.
      const known = new Set(seen.map(({ index }) => index));
      seen.push(...messages.filter(({ index }) => !known.has(index)));
    }
    readers.set(reader.userId, seen);
    this.#seen.set(chat, readers);
  }

  /** `userId` null: the customer. Returns `null` if this user never took part in the chat. */
  seenBy(chat: Chat, userId: string | null, partyName: string): DeliveryRecord | null {
    const party = userId === null ? customerOf(chat) : partyOf(chat, userId);
    if (party === null) return null;
    const messages = this.#seen.get(chat)?.get(userId) ?? [];
    const isThere = party.state === 'Chatting';
    return {
      chatId: chat.id,
      party: partyName,
      state: party.state,
      messages: messages.map(seenMessage),
      participants: isThere
        ? partiesSeenBy(party, chat).map(({ nickname, role, visibility }) => ({ nickname, role, visibility }))
        : [],
    };
  }
}

function seenMessage(message: LoggedMessage): SeenMessage {
  return {
    index: message.index,
    type: message.type,
    visibility: message.visibility,
    from: message.from.nickname,
    fromRole: message.from.role,
    text: message.text ?? message.noticeText ?? message.url,
    at: message.at,
  };
}
