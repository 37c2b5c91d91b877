import type { Author, Chat, LoggedMessage, Party } from '../contact-centre/model';
import { customerOf, partiesSeenBy, partyOf } from '../contact-centre/visibility';

export interface SeenMessage {
  readonly index: number;
  readonly type: string;
  readonly visibility: string;
  readonly from: string;
  readonly fromRole: Author['role'];
  readonly text: string | null;
  readonly at: number;
}

export interface SeenParticipant {
  readonly nickname: string;
  readonly role: Author['role'];
  readonly visibility: string;
}

export interface Seen {
  readonly chatId: string;
  readonly party: string;
  readonly state: string;
  /** Everything ever put before this party, in the order it came. */
  readonly messages: readonly SeenMessage[];
  /** Who this party is aware of now. */
  readonly participants: readonly SeenParticipant[];
}

/**
 * Writes down what was really handed to whom, at the moment of handing over. It does not apply the visibility rule itself:
 * if a whisper ever went to a customer, it would stand here.
 */
export class Witness {
  readonly #seen = new Map<string, Map<number, LoggedMessage>>();

  messagesLogged(chat: Chat, reader: Party, messages: readonly LoggedMessage[]): void {
    const key = keyOf(chat, reader.userId);
    const seen = this.#seen.get(key) ?? new Map<number, LoggedMessage>();
    for (const message of messages) seen.set(message.index, message);
    this.#seen.set(key, seen);
  }

  /** `userId` null: the customer. `null` when this user never had a part in the chat. */
  seenBy(chat: Chat, userId: string | null, partyName: string): Seen | null {
    const party = userId === null ? customerOf(chat) : partyOf(chat, userId);
    if (party === null) return null;
    const messages = [...(this.#seen.get(keyOf(chat, userId))?.values() ?? [])];
    const isThere = party.state === 'Chatting';
    return {
      chatId: chat.id,
      party: partyName,
      state: party.state,
      messages: messages.map(seenMessage),
      participants: isThere ? partiesSeenBy(party, chat).map(({ nickname, role, visibility }) => ({ nickname, role, visibility })) : [],
    };
  }
}

function keyOf(chat: Chat, userId: string | null): string {
  return `${chat.id} ${userId ?? 'customer'}`;
}

function seenMessage(message: LoggedMessage): SeenMessage {
  return {
    index: message.index,
    type: message.type,
    visibility: message.visibility,
    from: message.from.nickname,
    fromRole: message.from.role,
    text: message.text ?? message.noticeText,
    at: message.at,
  };
}
