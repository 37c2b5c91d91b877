import type { Clock, Disposer } from '../../base/clock';
import type { Random } from '../../base/random';
import { pick } from '../chance/seeded-random';
import type { CentreState } from '../contact-centre/centre-state';
import { accept, createChat, offerToAgent } from '../contact-centre/joining';
import { complete } from '../contact-centre/leaving';
import type { Chat, Customer, Person } from '../contact-centre/model';
import { customerOf } from '../contact-centre/visibility';
import { performStep, leadAgentOf, startTyping } from './acting';
import { phoneNumberOf } from './phone-number';
import { backfillChat } from './backfill-chat';
import { freeAgents, nicknameOf } from './reflexes';
import type { Scenario } from './scenario';
import { scenarios } from './scenarios/scenarios';

export interface Load {
  /** Target number of running chats. */
  readonly chats: number;
  /** Approximate number of scripted events per second over all chats. 0: none. */
  readonly rate: number;
}

interface Performance {
  readonly chat: Chat;
  readonly script: Scenario;
  position: number;
  isTyping: boolean;
  cancel: Disposer | null;
}

export interface DirectorPorts {
  readonly centre: CentreState;
  readonly clock: Clock;
  readonly random: Random;
  readonly nicknameFor: (customer: { firstName: string; lastName: string }) => string;
}

const ARCHIVED_CHATS = 500;
/** Factor by which text messages are slower than chats. */
const TEXT_MESSAGE_PACE = 2.5;

/**
 * Runs the scenarios. Each chat plays one scenario step by step, with random pauses that add up to about `rate` events per second over all
 * chats. When a chat ends, another customer arrives later, so that the number of chats stays near the target. Clock and seed are those of
 * the server.
 */
export class ChatSimulator {
  readonly #ports: DirectorPorts;
  readonly #performances = new Map<string, Performance>();
  #load: Load = { chats: 0, rate: 0 };
  #deck: Scenario[] = [];

  constructor(ports: DirectorPorts) {
    this.#ports = ports;
  }

  /** Starts the chats that were already running when the server started. */
  open(load: Load): void {
    this.#load = load;
    for (let started = 0; started < load.chats; started += 1) {
      const performance = this.#begin(this.#nextScript(), null, 'running');
      if (performance === null) return;
    }
    this.#resume();
  }

  setLoad(load: Load): void {
    this.#load = load;
    for (const performance of this.#performances.values()) performance.cancel?.();
    this.#resume();
    this.#fill();
  }

  get load(): Load {
    return this.#load;
  }

  /** Starts a named scenario with the given agent, for tests and demonstrations. */
  play(scriptName: string, agent: Person | null): Chat | null {
    const script = scenarios.find(({ name }) => name === scriptName);
    if (script === undefined) return null;
    const performance = this.#begin(script, agent, 'arriving');
    if (performance !== null) this.#schedule(performance);
    return performance?.chat ?? null;
  }

  /** Returns whether the people of this chat are simulated. */
  isPlaying(chatId: string): boolean {
    return this.#load.rate > 0 && this.#performances.has(chatId);
  }

  /** Stops simulating this chat; the control interface writes in it. */
  release(chatId: string): void {
    this.#performances.get(chatId)?.cancel?.();
    this.#performances.delete(chatId);
  }

  #resume(): void {
    for (const performance of this.#performances.values()) this.#schedule(performance);
  }

  #fill(): void {
    if (this.#load.rate <= 0) return;
    while (this.#performances.size < this.#load.chats) {
      const performance = this.#begin(this.#nextScript(), null, 'arriving');
      if (performance === null) return;
      this.#schedule(performance);
    }
  }

  #nextScript(): Scenario {
    const [next, ...rest] = this.#deck.length > 0 ? this.#deck : scenarios;
    if (next === undefined) throw new Error('scenarios must not be empty');
    this.#deck = rest;
    return next;
  }

  #begin(script: Scenario, chosen: Person | null, as: 'running' | 'arriving'): Performance | null {
    const { centre, clock, random, nicknameFor } = this.#ports;
    const free = chosen === null ? freeAgents(centre, script.language) : [chosen];
    if (free.length === 0) return null;
    const agent = chosen ?? fewestChatsFirst(centre, free, random);
    const customer = castCustomer(centre, script, random);
    const { firstName, lastName } = customer;
    const receivedAt = as === 'running' ? clock.now() - Math.round((1.5 + random() * 5) * 60_000) : clock.now();
    const { language, subject } = script;
    const userData = { FirstName: firstName, LastName: lastName, Subject: subject, ...script.data };
    const { medium = 'chat' } = script;
    const nickname = medium === 'sms' ? phoneNumberOf(customer) : nicknameFor(customer);
    const arrival = { customer, medium, nickname, language, subject, userData, receivedAt };
    const chat = createChat(centre, arrival);
    const party = offerToAgent(centre, chat, agent);
    const performance: Performance = { chat, script, position: 0, isTyping: false, cancel: null };
    this.#performances.set(chat.id, performance);
    if (as === 'running') {
      accept(centre, chat, party, nicknameOf(agent), receivedAt + 20_000);
      performance.position = backfillChat(this.#ports, chat, script);
    }
    return performance;
  }

  #schedule(performance: Performance, length = 1): void {
    if (this.#load.rate <= 0) return;
    const { clock, random } = this.#ports;
    const usualMs = (1000 * Math.max(1, this.#performances.size)) / this.#load.rate;
    const pace = performance.chat.medium === 'sms' ? TEXT_MESSAGE_PACE : 1;
    performance.cancel = clock.after(usualMs * pace * length * (0.4 + random() * 1.2), () => {
      this.#step(performance);
    });
  }

  #step(performance: Performance): void {
    const { chat, script } = performance;
    const beat = script.beats[performance.position];
    if (chat.finishedAt !== null || beat === undefined) {
      this.#end(performance);
      return;
    }
    if (customerOf(chat)?.state !== 'Chatting' && beat.does !== 'agentCompletes' && beat.does !== 'pause') {
      this.#wrapUp(performance);
      return;
    }
    if (leadAgentOf(chat) === null) {
      this.#schedule(performance); // Waits in a queue or for a response to an offer.
      return;
    }
    if (!performance.isTyping && startTyping(this.#ports.centre, chat, beat)) {
      performance.isTyping = true;
      this.#schedule(performance, 0.6);
      return;
    }
    performance.isTyping = false;
    performance.position += 1;
    performStep(this.#ports.centre, chat, beat);
    this.#schedule(performance, beat.does === 'pause' ? beat.length : 1);
  }

  /** The customer left: the agent does the wrap-up. */
  #wrapUp(performance: Performance): void {
    const { chat } = performance;
    const holder = chat.parties.findLast(
      ({ role, state }) => role === 'agent' && (state === 'Chatting' || state === 'LeftChat'),
    );
    if (holder !== undefined) complete(this.#ports.centre, chat, holder);
    this.#end(performance);
  }

  #end(performance: Performance): void {
    this.#performances.delete(performance.chat.id);
    this.#ports.centre.forgetOldest(ARCHIVED_CHATS);
    if (this.#load.rate <= 0) return;
    this.#ports.clock.after((4000 * (1 + this.#ports.random())) / Math.max(0.2, this.#load.rate), () => {
      this.#fill();
    });
  }
}

/** Returns a customer who is not in a chat yet; if all are, it mixes first and last names. */
function castCustomer(centre: CentreState, script: Scenario, random: Random): Customer {
  const here = new Set<string>();
  for (const { customer, finishedAt } of centre.chats.values()) {
    if (finishedAt === null) here.add(`${customer.firstName} ${customer.lastName}`);
  }
  const absent = script.customers.filter(([firstName, lastName]) => !here.has(`${firstName} ${lastName}`));
  if (absent.length > 0) {
    const [firstName, lastName] = pick(random, absent);
    return { firstName, lastName };
  }
  return { firstName: pick(random, script.customers)[0], lastName: pick(random, script.customers)[1] };
}

function fewestChatsFirst(centre: CentreState, free: readonly Person[], random: Random): Person {
  const counts = free.map((person) => centre.chatsOf(person.id).length);
  const fewest = Math.min(...counts);
  return pick(
    random,
    free.filter((_, position) => counts[position] === fewest),
  );
}
