import type { AgentChat, Medium } from '../../../preload/contract';
import type { Random } from '../../base/chance';
import type { Clock, Undo } from '../../base/clock';
import { fireAndReport } from '../../base/fire-and-report';
import type { Logger } from '../../base/log';
import type { FloorSink } from '../../floor/floor-sink';
import { readAgentChats } from '../api/agent-chats';
import type { Caller } from '../api/calls';
import { readPeople } from '../api/contacts';
import { allMedia, type MediaOffer } from '../media';
import { toAgent, toAgentChats } from '../translate/agent';
import type { WireContact } from '../wire/contact';
import type { Quarantine } from '../wire/quarantine';
import { inTurns } from './in-turns';
import { ServedReads } from './served';

export interface DirectoryOptions {
  readonly caller: Caller;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly sink: Pick<FloorSink, 'agentsRead'>;
  readonly quarantine: Quarantine;
  readonly ownUserId: string;
  readonly isLive: () => boolean;
  readonly media: MediaOffer;
}

const everyMs = 5_000;
const chatsAtOnce = 4;
/** Of a large floor only so many agents are asked about in one round, the next ones in the next. */
const chatsPerRound = 40;
/** A server that seems not to tell agents' chats is asked again about once a minute. */
const reconsiderEveryRounds = 12;

/**
 * Reads again and again who is on the floor, since no notification tells it: about every five seconds while the stream
 * is live, never two rounds at once. Where the server tells the chats of an agent, they are read as well.
 */
export class Directory {
  readonly #options: DirectoryOptions;
  readonly #agentChats: Readonly<Record<Medium, ServedReads>> = { chat: new ServedReads(), sms: new ServedReads() };
  #chatsByAgent = new Map<string, Readonly<Partial<Record<Medium, readonly AgentChat[]>>>>();
  #nextAgent = 0;
  #rounds = 0;
  #isRunning = false;
  #isReading = false;
  #cancelTimer: Undo = () => undefined;

  constructor(options: DirectoryOptions) {
    this.#options = options;
  }

  start(): void {
    this.#isRunning = true;
    this.readNow();
  }

  stop(): void {
    this.#isRunning = false;
    this.#cancelTimer();
  }

  readNow(): void {
    if (!this.#isRunning || this.#isReading) return;
    this.#cancelTimer();
    fireAndReport(this.#round(), 'reading the directory', this.#options.log);
  }

  async #round(): Promise<void> {
    this.#isReading = true;
    let askedToWaitMs = 0;
    try {
      if (this.#options.isLive()) askedToWaitMs = await this.#read();
    } finally {
      this.#isReading = false;
      if (this.#isRunning) this.#armTimer(askedToWaitMs);
    }
  }

  #armTimer(askedToWaitMs: number): void {
    const { clock, random } = this.#options;
    this.#cancelTimer();
    const delayMs = askedToWaitMs + everyMs * (0.8 + 0.4 * random());
    this.#cancelTimer = clock.after(delayMs, () => this.readNow());
  }

  /** Milliseconds the server asked to be left alone. */
  async #read(): Promise<number> {
    const { caller, quarantine, sink, ownUserId, log } = this.#options;
    const people = await readPeople(caller, quarantine);
    if (!people.ok) {
      log.warn('the directory could not be read', { code: people.error.code });
      return people.error.retryAfterMs ?? 0;
    }
    const others = people.value.filter((person) => person.id !== ownUserId);
    await this.#readChats(others);
    if (!this.#isRunning) return 0;
    const known = allMedia.filter((medium) => this.#agentChats[medium].has === true);
    const chatsOf = (agentId: string): readonly AgentChat[] =>
      known.flatMap((medium) => this.#chatsByAgent.get(agentId)?.[medium] ?? []);
    sink.agentsRead(others.map((person) => toAgent(person, known.length > 0 ? chatsOf(person.id) : null)));
    return 0;
  }

  async #readChats(people: readonly WireContact[]): Promise<void> {
    const present = people.filter((person) => person.channels !== null);
    const ids = new Set(present.map((person) => person.id));
    this.#chatsByAgent = new Map([...this.#chatsByAgent].filter(([id]) => ids.has(id)));
    this.#rounds += 1;
    for (const served of Object.values(this.#agentChats)) {
      if (this.#rounds % reconsiderEveryRounds === 0) served.reconsider();
    }
    if (this.#mediaWorthAsking.length === 0) return;
    const from = present.length <= chatsPerRound ? 0 : this.#nextAgent % present.length;
    const asked = [...present.slice(from), ...present.slice(0, from)].slice(0, chatsPerRound);
    this.#nextAgent = from + asked.length;
    await inTurns(asked, chatsAtOnce, (person) => this.#readChatsOf(person.id));
  }

  get #mediaWorthAsking(): readonly Medium[] {
    return this.#options.media.current.filter((medium) => this.#agentChats[medium].isWorthAsking);
  }

  async #readChatsOf(agentId: string): Promise<void> {
    for (const medium of this.#mediaWorthAsking) {
      if (!this.#isRunning) return;
      const chats = await readAgentChats(this.#options.caller, agentId, medium);
      const served = this.#agentChats[medium];
      if (chats.ok) {
        served.answered();
        const read = toAgentChats(chats.value, medium, this.#options.quarantine);
        this.#chatsByAgent.set(agentId, { ...this.#chatsByAgent.get(agentId), [medium]: read });
      } else {
        served.refused(chats.error);
      }
    }
  }
}
