import type { AppError } from '../../../preload/contract';
import type { Random } from '../../base/random';
import type { Clock, Disposer } from '../../base/clock';
import { runInBackground } from '../../base/run-in-background';
import type { Logger } from '../../base/log';
import type { FloorEvent, ParticipantUpdate } from '../../floor/events';
import type { FloorSink } from '../../floor/floor-sink';
import { withUrgency, type RestClient } from '../api/rest-client';
import { readPeople } from '../api/contacts';
import type { AvailableMedia } from '../media';
import type { Urgency } from '../requests/urgency';
import { toAgent } from '../translate/agent';
import type { WireContact } from '../wire/contact';
import type { Quarantine } from '../wire/quarantine';
import { AgentChatsCache } from './agent-chats-cache';
import { AgentChatsReader } from './agent-chats-reader';
import { LeftBehind } from './left-behind';
import { pagesOf, ScreenChats } from './screen-chats';

export interface DirectoryOptions {
  readonly caller: RestClient;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly sink: Pick<FloorSink, 'applyDirectory'>;
  readonly quarantine: Quarantine;
  readonly ownUserId: string;
  readonly isLive: () => boolean;
  readonly media: AvailableMedia;
  /** Called after every read of the directory. */
  readonly onPeopleRead: (isGood: boolean) => void;
}

/** Milliseconds between reads of the directory, for each page, while a screen shows agents and while none does. */
const peopleEveryMs = { seen: 10_000, unseen: 40_000 };
const maxPeopleIntervalMs = 180_000;
/** Milliseconds over which changes from notifications are batched. */
const batchMs = 300;

/**
 * Keeps the list of agents current by polling, since no notification reports it.
 *
 * 1. While a screen shows agents (`lookAt`), it reads the directory and their chats; otherwise only the directory,
 *    at a low rate. It reads nothing while the stream is not live, and runs one round at a time.
 * 2. If there are more agents than the rate allows, the one read longest ago is next. Chats that were never read, or
 *    too long ago, are unknown.
 * 3. The chats of an agent who signed out are read, so that orphaned chats are found, and the agent is published twice:
 *    with these chats and as gone. Chats left behind are read in every round until none is (`left-behind.ts`).
 * 4. A notification that names the agents in a chat corrects their lists without a read.
 */
export class DirectoryPoller {
  readonly #options: DirectoryOptions;
  readonly #cache = new AgentChatsCache();
  readonly #reader: AgentChatsReader;
  readonly #screenChats: ScreenChats;
  readonly #leftBehind: LeftBehind;
  #people: readonly WireContact[] = [];
  #peopleReadAt: number | null = null;
  #lastPeopleAt: number | null = null;
  #peopleDueAt = Number.NEGATIVE_INFINITY;
  #onScreen: readonly string[] | null = null;
  #isRunning = false;
  #isReading = false;
  #isPublishScheduled = false;
  #cancelTimer: Disposer = () => undefined;

  constructor(options: DirectoryOptions) {
    const { clock, media, quarantine } = options;
    this.#options = options;
    this.#reader = new AgentChatsReader({ cache: this.#cache, now: () => clock.now(), media, quarantine });
    this.#screenChats = new ScreenChats({
      clock,
      cache: this.#cache,
      reader: this.#reader,
      caller: this.#callerFor('screen'),
      mayGoOn: () => this.#isRunning && this.#onScreen !== null,
      failed: (error) => this.#warn("agents' chats could not be read", error),
    });
    this.#leftBehind = new LeftBehind({
      now: () => clock.now(),
      cache: this.#cache,
      reader: this.#reader,
      caller: this.#callerFor('screen'),
      mayGoOn: () => this.#isRunning,
      failed: (error) => this.#warn('the chats of an agent who left could not be read', error),
    });
  }

  /** Epoch milliseconds of the last successful read of the directory. */
  get peopleReadAt(): number | null {
    return this.#peopleReadAt;
  }

  /** Returns when this agent's chats were last read successfully. */
  chatsReadAt(agentId: string): number | null {
    return this.#cache.readAt(agentId);
  }

  /** Whether this server reports agents' chats; `null` while unknown. */
  get reportsChats(): boolean | null {
    return this.#reader.isSupported;
  }

  start(): void {
    this.#isRunning = true;
    this.readNow();
  }

  stop(): void {
    this.#isRunning = false;
    this.#cancelTimer();
  }

  /** Sets the agents visible on any screen; `null` if no screen shows agents. */
  lookAt(agentIds: readonly string[] | null): void {
    const wasSeen = this.#onScreen !== null;
    this.#onScreen = agentIds;
    if (agentIds === null) return;
    if (!wasSeen) this.#peopleDueSoon();
    this.#goOn();
  }

  readNow(): void {
    this.#peopleDueSoon();
    this.#goOn();
  }

  applyEvents(events: readonly FloorEvent[]): void {
    let isChanged = false;
    for (const event of events) {
      if (event.type !== 'chatUpdated' || event.chat.participants === undefined) continue;
      const { chatId, medium = 'chat', participants, receivedAt = null } = event.chat;
      const agents = participants.flatMap(agentIn);
      // An empty list does not prove that everyone left.
      if (agents.length === 0) continue;
      const customerName = participants.find(({ type }) => type === 'customer')?.nickname ?? null;
      const chat = { chatId, medium, customerName, startedAt: receivedAt };
      isChanged = this.#cache.applyChat(chat, new Set(agents)) || isChanged;
    }
    if (!isChanged || this.#isPublishScheduled) return;
    this.#isPublishScheduled = true;
    this.#options.clock.after(batchMs, () => {
      this.#isPublishScheduled = false;
      this.#publish(this.#people);
    });
  }

  /** Makes the next read of the directory due now, unless one just ran. */
  #peopleDueSoon(): void {
    const lastAt = this.#lastPeopleAt ?? Number.NEGATIVE_INFINITY;
    this.#peopleDueAt = Math.min(this.#peopleDueAt, lastAt + this.#peopleEvery('seen'));
  }

  get #now(): number {
    return this.#options.clock.monotonicMs();
  }

  #goOn(): void {
    if (!this.#isRunning || this.#isReading) return;
    this.#cancelTimer();
    runInBackground(this.#round(), 'reading the directory', this.#options.log);
  }

  async #round(): Promise<void> {
    this.#isReading = true;
    try {
      if (this.#options.isLive()) {
        if (this.#now >= this.#peopleDueAt) await this.#readPeople();
        const hasRead = await this.#screenChats.read(this.#seen, this.#pageCount);
        if (hasRead) this.#publish(this.#people);
      }
    } finally {
      this.#isReading = false;
      if (this.#isRunning) this.#armTimer();
    }
  }

  #armTimer(): void {
    const now = this.#now;
    const dueAt = Math.min(this.#peopleDueAt, this.#screenChats.dueAt(this.#seen, this.#pageCount));
    // Not live: check again later.
    const delayMs = this.#options.isLive() ? Math.max(50, dueAt - now) : peopleEveryMs.seen;
    this.#cancelTimer = this.#options.clock.after(delayMs, () => this.#goOn());
  }

  #peopleEvery(how: keyof typeof peopleEveryMs): number {
    return Math.min(maxPeopleIntervalMs, peopleEveryMs[how] * this.#pageCount);
  }

  get #pageCount(): number {
    return pagesOf(this.#people.length);
  }

  /** Visible agents who are signed in. */
  get #seen(): readonly string[] {
    const there = new Set(this.#people.filter(isThere).map(({ id }) => id));
    return (this.#onScreen ?? []).filter((id) => there.has(id));
  }

  async #readPeople(): Promise<void> {
    const { clock, random, quarantine, ownUserId } = this.#options;
    const isSeen = this.#onScreen !== null;
    const caller = this.#callerFor(isSeen || this.#peopleReadAt === null ? 'screen' : 'background');
    const people = await readPeople(caller, quarantine);
    const everyMs = this.#peopleEvery(isSeen ? 'seen' : 'unseen') * (0.95 + 0.1 * random());
    this.#lastPeopleAt = this.#now;
    if (!people.ok) {
      this.#peopleDueAt = this.#now + Math.max(everyMs, people.error.retryAfterMs ?? 0);
      this.#warn('the directory could not be read', people.error);
      this.#options.onPeopleRead(false);
      return;
    }
    this.#peopleReadAt = clock.now();
    this.#options.onPeopleRead(true);
    const others = people.value.filter((person) => person.id !== ownUserId);
    const gone = new Set(others.filter((person) => !isThere(person)).map(({ id }) => id));
    const left = this.#people.filter((person) => isThere(person) && gone.has(person.id));
    this.#people = others;
    this.#cache.keepOnly(new Set(others.map(({ id }) => id)));
    this.#peopleDueAt = this.#now + this.#peopleEvery(isSeen ? 'seen' : 'unseen') * (0.95 + 0.1 * random());
    this.#leftBehind.keepOnly(gone);
    this.#leftBehind.follow(left.map(({ id }) => id));
    await this.#leftBehind.read();
    const lastSeen = new Map(left.map((person) => [person.id, person]));
    if (left.length > 0) this.#publish(others.map((person) => lastSeen.get(person.id) ?? person));
    this.#publish(others);
  }

  #publish(people: readonly WireContact[]): void {
    if (!this.#isRunning || this.#peopleReadAt === null) return;
    const now = this.#options.clock.now();
    const isSupported = this.#reader.isSupported === true;
    this.#options.sink.applyDirectory(
      people.map((person) => {
        if (this.#reader.isSupported === false) return toAgent(person, null);
        const leftBehind = this.#leftBehind.chatsOf(person.id);
        if (!isThere(person))
          return { ...toAgent(person, isSupported ? [] : null), ...(leftBehind === undefined ? {} : { leftBehind }) };
        const chats = this.#leftBehind.isFollowed(person.id) ? leftBehind : this.#cache.chatsOf(person.id, now);
        return toAgent(person, (isSupported ? chats : null) ?? 'notReadYet');
      }),
    );
  }

  #callerFor(urgency: Urgency): RestClient {
    return withUrgency(this.#options.caller, urgency);
  }

  #warn(what: string, { code }: AppError): void {
    this.#options.log.warn(what, { code });
  }
}

/** A person without a channel is signed out; one who is not ready is signed in. */
function isThere({ channels }: WireContact): boolean {
  return channels !== null;
}

/** A monitoring supervisor has the type agent as well. */
function agentIn({ type, userId, visibility }: ParticipantUpdate): readonly string[] {
  const isSeenByAll = visibility === null || visibility === 'everyone';
  return type === 'agent' && userId !== null && isSeenByAll ? [userId] : [];
}
