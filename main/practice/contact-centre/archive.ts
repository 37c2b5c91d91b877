import type { Answer } from './operation-result';
import { acceptedAs, refuse, StatusCode, unknownResource } from './operation-result';
import type { CentreState } from './centre-state';
import { interactionOf, interactionsOfContact } from './interactions';
import type { Interaction, Person } from './model';
import { messagesFor } from './visibility';

/** Sends the transcript of a finished chat, as far as this reader may read it, over the stream. */
export function readContent(centre: CentreState, reader: Person, id: string): Answer {
  const chat = centre.chats.get(id);
  const interaction = chat === undefined ? centre.archive.get(id) : interactionOf(centre, chat);
  if (interaction === undefined) return unknownResource(`interaction ${id}`);
  if (interaction.finishedAt === null) {
    return refuse(StatusCode.invalidInState, 'The interaction is still in progress');
  }
  const referenceId = centre.nextReferenceId();
  const messages = messagesFor(reader.isSupervisor ? 'supervisor' : 'agent', interaction.log);
  centre.outbox.contentRead(reader.id, interaction, messages, referenceId);
  return acceptedAs(referenceId);
}

export interface HistoryQuery {
  readonly fromMs: number;
  readonly toMs: number;
  readonly isDescending: boolean;
  readonly maxSize: number;
}

/** Returns the finished chats of this shift. */
export function readHistory(centre: CentreState, reader: Person, query: HistoryQuery): Answer {
  const finished = [...centre.chats.values()].filter((chat) => chat.finishedAt !== null);
  return tellHistory(
    centre,
    reader,
    query,
    finished.map((chat) => interactionOf(centre, chat)),
  );
}

/** Returns all interactions of this customer, including running ones. */
export function readContactHistory(
  centre: CentreState,
  reader: Person,
  query: HistoryQuery,
  contactId: string,
): Answer {
  return tellHistory(centre, reader, query, interactionsOfContact(centre, contactId));
}

function tellHistory(
  centre: CentreState,
  reader: Person,
  query: HistoryQuery,
  candidates: readonly Interaction[],
): Answer {
  const referenceId = centre.nextReferenceId();
  const found = candidates.filter(({ receivedAt }) => receivedAt >= query.fromMs && receivedAt <= query.toMs);
  found.sort((one, other) => (query.isDescending ? -1 : 1) * (one.receivedAt - other.receivedAt));
  centre.outbox.historyRead(reader.id, found.slice(0, query.maxSize), referenceId);
  return acceptedAs(referenceId);
}
