import type { CentreState } from './centre-state';
import type { Author, Chat, LoggedMessage, MessageType, Party, Visibility } from './model';
import { canRead, presentParties } from './visibility';

export interface Entry {
  readonly type: MessageType;
  readonly from: Party;
  readonly visibility: Visibility;
  readonly text?: string;
  readonly noticeText?: string;
  readonly url?: string;
  readonly treatAs?: 'Normal' | 'System';
  /** Only for chats that began before the server started. */
  readonly at?: number;
}

function authorOf(party: Party): Author {
  const { participantId, role, userId, nickname, visibility } = party;
  return { participantId, role, userId, nickname, visibility };
}

/** Appends to the chat's log and delivers the entry to everyone present who may read it. */
export function log(centre: CentreState, chat: Chat, entry: Entry): LoggedMessage {
  const message: LoggedMessage = {
    index: (chat.log.at(-1)?.index ?? 0) + 1,
    type: entry.type,
    visibility: entry.visibility,
    from: authorOf(entry.from),
    text: entry.text ?? null,
    noticeText: entry.noticeText ?? null,
    url: entry.url ?? null,
    treatAs: entry.treatAs ?? 'Normal',
    at: entry.at ?? centre.clock.now(),
  };
  chat.log.push(message);
  for (const reader of presentParties(chat)) {
    if (canRead(reader.role, message.visibility)) centre.outbox.messagesLogged(chat, reader, [message]);
  }
  centre.logged(chat, message);
  return message;
}

export function notifyStatus(centre: CentreState, chat: Chat, party: Party, includesParticipants = true): void {
  centre.outbox.chatChanged({ chat, party, notificationType: 'StatusChange', referenceId: null, includesParticipants });
}

export function notifyParticipants(
  centre: CentreState,
  chat: Chat,
  party: Party,
  referenceId: number | null = null,
): void {
  const notificationType = 'ParticipantsUpdated';
  centre.outbox.chatChanged({ chat, party, notificationType, referenceId, includesParticipants: true });
}

/** Notifies the others that `changed` joined, left or changed mode, if they see or saw them. */
export function notifyOthers(centre: CentreState, chat: Chat, changed: Party, seenAs: readonly Visibility[]): void {
  for (const party of presentParties(chat)) {
    if (party === changed || party.userId === null) continue;
    if (seenAs.some((visibility) => canRead(party.role, visibility))) notifyParticipants(centre, chat, party);
  }
}

/** Only the requesting user gets the reference id; the others get an unsolicited notification. */
export function notifyProperties(centre: CentreState, chat: Chat, askedBy: string, referenceId: number): void {
  for (const party of chat.parties) {
    if (party.userId === null || (party.state !== 'Chatting' && party.state !== 'LeftChat')) continue;
    centre.outbox.chatChanged({
      chat,
      party,
      notificationType: 'PropertiesUpdated',
      referenceId: party.userId === askedBy ? referenceId : null,
      includesParticipants: true,
    });
  }
}
