import type { Chat } from '../contact-centre/model';
import { dataJson } from './chat-json';
import { wireDate } from './dates';
import type { Dialect } from './dialect';
import { reference } from './dialect';

/** A chat as the history knows it. */
export function interactionJson(dialect: Dialect, chat: Chat): Record<string, unknown> {
  const { quirks } = dialect;
  return {
    id: chat.id,
    ...reference(dialect, `/ucs/interactions/${chat.id}`),
    mediaType: 'chat',
    typeId: 'Inbound',
    state: chat.finishedAt === null ? 'InProcess' : 'Stopped',
    startDate: wireDate(chat.receivedAt, quirks),
    ...(chat.finishedAt === null ? {} : { endDate: wireDate(chat.finishedAt, quirks) }),
    subject: chat.subject,
    userData: dataJson(chat, dialect),
  };
}
