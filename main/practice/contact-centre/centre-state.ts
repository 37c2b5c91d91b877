import type { Clock } from '../../base/clock';
import type { Ids } from '../chance/ids';
import type { Chat, Interaction, LoggedMessage, Party, Person, Watch } from './model';
import type { Outbox } from './outbox';
import { isOver, partyOf } from './visibility';

export interface CentrePorts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly outbox: Outbox;
}

type OfferListener = (chat: Chat, party: Party) => void;
type QueueListener = (chat: Chat) => void;
type ArrivalListener = (chat: Chat) => void;
type MessageListener = (chat: Chat, message: LoggedMessage) => void;

/**
 * The whole state of the contact centre: people, chats, watches. It only stores and finds; the rules are functions in the neighbouring
 * files. Synchronous: a rule runs to its end, including its notifications, before the next one starts.
 */
export class CentreState {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly outbox: Outbox;
  readonly people: Map<string, Person>;
  readonly chats = new Map<string, Chat>();
  /** Interactions from before this shift. */
  readonly archive = new Map<string, Interaction>();
  readonly watches: Watch[] = [];
  /** Users whose next Accept fails in the chat server. */
  readonly failingJoins = new Set<string>();
  /** By user: the operation that will be accepted next and then fail, reported on the stream only. */
  readonly failingLater = new Map<string, { readonly operation: string; readonly errorMessage: string }>();
  readonly #offerListeners: OfferListener[] = [];
  readonly #queueListeners: QueueListener[] = [];
  readonly #arrivalListeners: ArrivalListener[] = [];
  readonly #messageListeners: MessageListener[] = [];
  #lastReferenceId = 0;

  constructor(ports: CentrePorts, people: readonly Person[]) {
    this.clock = ports.clock;
    this.ids = ports.ids;
    this.outbox = ports.outbox;
    this.people = new Map(people.map((person) => [person.id, person]));
  }

  nextReferenceId(): number {
    this.#lastReferenceId += 1;
    return this.#lastReferenceId;
  }

  personByUserName(userName: string): Person | null {
    for (const person of this.people.values()) if (person.userName === userName) return person;
    return null;
  }

  /** Returns the person at the end of a resource reference, whatever its host. */
  personByUri(uri: string): Person | null {
    return this.people.get(uri.split('/').at(-1) ?? '') ?? null;
  }

  /** Returns a user's chats that have not ended for them. */
  chatsOf(userId: string): { chat: Chat; party: Party }[] {
    const mine: { chat: Chat; party: Party }[] = [];
    for (const chat of this.chats.values()) {
      const party = partyOf(chat, userId);
      if (party !== null && !isOver(party)) mine.push({ chat, party });
    }
    return mine;
  }

  /** Bounds the archive: drops the oldest finished chats. */
  forgetOldest(kept: number): void {
    const finished = [...this.chats.values()].filter((chat) => chat.finishedAt !== null);
    for (const chat of finished.slice(0, Math.max(0, finished.length - kept))) this.chats.delete(chat.id);
  }

  /** Called when a chat is offered, so that simulated agents can accept it. */
  onOffered(listener: OfferListener): void {
    this.#offerListeners.push(listener);
  }

  offered(chat: Chat, party: Party): void {
    for (const listener of this.#offerListeners) listener(chat, party);
  }

  /** Called for every log entry, so that simulated people can react to real ones. */
  onLogged(listener: MessageListener): void {
    this.#messageListeners.push(listener);
  }

  logged(chat: Chat, message: LoggedMessage): void {
    for (const listener of this.#messageListeners) listener(chat, message);
  }

  /** Called for every arriving customer. */
  onArrival(listener: ArrivalListener): void {
    this.#arrivalListeners.push(listener);
  }

  arrived(chat: Chat): void {
    for (const listener of this.#arrivalListeners) listener(chat);
  }

  /** Called when a chat starts to wait in a queue, so that an agent can be found. */
  onQueued(listener: QueueListener): void {
    this.#queueListeners.push(listener);
  }

  queued(chat: Chat, queueName: string): void {
    chat.queueName = queueName;
    for (const listener of this.#queueListeners) listener(chat);
  }
}
