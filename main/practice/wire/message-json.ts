import type { Chat, LoggedMessage } from '../contact-centre/model';
import { sessionPath } from './chat-json';
import { wireDate, wireTimestamp } from './dates';
import type { WireFormat } from './wire-format';
import { uriOf } from './wire-format';
import { wireMedia } from './media';
import { participantJson } from './participant-json';

function typeOf(message: LoggedMessage, dialect: WireFormat): string {
  return message.type === 'TypingStopped' && dialect.quirks.typingStopping ? 'TypingStopping' : message.type;
}

export function messageJson(dialect: WireFormat, message: LoggedMessage): Record<string, unknown> {
  return {
    index: message.index,
    from: participantJson(dialect, message.from),
    ...(message.text === null ? {} : { text: message.text }),
    ...(message.noticeText === null ? {} : { noticeText: message.noticeText }),
    ...(message.url === null ? {} : { url: message.url }),
    timestamp: wireDate(message.at, dialect.quirks),
    visibility: message.visibility,
    type: typeOf(message, dialect),
    timestampSeconds: wireTimestamp(message.at, dialect.quirks),
  };
}

/** The wire has no chat id, only a reference to the resource of the log. At least one of the two references is always sent. */
export function logUpdateJson(
  dialect: WireFormat,
  chat: Chat,
  messages: readonly LoggedMessage[],
): Record<string, unknown> {
  const { quirks } = dialect;
  const path = sessionPath(chat);
  const { payload } = wireMedia[chat.medium];
  return {
    messages: messages.map((message) => messageJson(dialect, message)),
    notificationType: 'NewMessages',
    messageType: 'MessageLogUpdated',
    ...(quirks.omitUri && !quirks.omitChatPath ? {} : { [`${payload}Uri`]: uriOf(dialect, path) }),
    ...(quirks.omitChatPath ? {} : { [`${payload}Path`]: path }),
  };
}
