import type { Answer } from './answer';
import { acceptedAs, refuse, StatusCode, unknownResource } from './answer';
import type { Centre } from './centre';
import type { Person } from './model';
import { messagesFor } from './visibility';

/** The whole conversation of a finished chat, as far as this reader may read it. The answer comes over the stream. */
export function readContent(centre: Centre, reader: Person, chatId: string): Answer {
  const chat = centre.chats.get(chatId);
  if (chat === undefined) return unknownResource(`interaction ${chatId}`);
  if (chat.finishedAt === null) return refuse(StatusCode.invalidInState, 'The interaction is still in progress');
  const referenceId = centre.nextReferenceId();
  const messages = messagesFor(reader.isSupervisor ? 'supervisor' : 'agent', chat.log);
  centre.outbox.contentRead(reader.id, chat, messages, referenceId);
  return acceptedAs(referenceId);
}

export interface HistoryQuery {
  readonly fromMs: number;
  readonly toMs: number;
  readonly isDescending: boolean;
  readonly maxSize: number;
}

export function readHistory(centre: Centre, reader: Person, query: HistoryQuery): Answer {
  const referenceId = centre.nextReferenceId();
  const found = [...centre.chats.values()].filter(
    (chat) => chat.finishedAt !== null && chat.receivedAt >= query.fromMs && chat.receivedAt <= query.toMs,
  );
  found.sort((one, other) => (query.isDescending ? -1 : 1) * (one.receivedAt - other.receivedAt));
  centre.outbox.historyRead(reader.id, found.slice(0, query.maxSize), referenceId);
  return acceptedAs(referenceId);
}
