import type { Clock } from '../../base/clock';
import type { Random } from '../../base/random';
import { pick } from '../chance/seeded-random';
import type { CentreState } from '../contact-centre/centre-state';
import { accept, offerToAgent } from '../contact-centre/joining';
import type { Chat, Party, Person } from '../contact-centre/model';
import { customerOf, partyOf } from '../contact-centre/visibility';

const CHATS_PER_AGENT = 3;
const ACCEPT_MS = 1500;
const ROUTE_MS = 4000;

export interface ReflexPorts {
  readonly centre: CentreState;
  readonly clock: Clock;
  readonly random: Random;
  /** Chats whose offers simulated agents must not accept. */
  readonly unattended: ReadonlySet<string>;
}

/**
 * Makes simulated agents accept offers and take chats from queues, without a scenario. Supervisors are real users, who respond themselves.
 */
export function installAutoAgents(ports: ReflexPorts): void {
  const { centre, clock } = ports;
  centre.onOffered((chat, party) => {
    const person = party.userId === null ? undefined : centre.people.get(party.userId);
    if (party.role !== 'agent' || person === undefined || person.isSupervisor) return;
    if (ports.unattended.has(chat.id)) return;
    clock.after(ACCEPT_MS, () => {
      if (party.state === 'Invited') accept(centre, chat, party, nicknameOf(person));
    });
  });
  centre.onQueued((chat) => {
    clock.after(ROUTE_MS, () => {
      route(ports, chat);
    });
  });
}

export function nicknameOf(person: Person): string {
  return `${person.firstName} ${person.lastName}`;
}

/** Finds a ready agent with capacity who speaks the language; the previous agent only if there is no other. */
function route(ports: ReflexPorts, chat: Chat): void {
  if (chat.queueName === null || customerOf(chat)?.state !== 'Chatting') return;
  const free = freeAgents(ports.centre, chat.language);
  const others = free.filter((person) => partyOf(chat, person.id) === null);
  const candidates = others.length > 0 ? others : free;
  if (candidates.length > 0) {
    offerToAgent(ports.centre, chat, pick(ports.random, candidates));
    return;
  }
  ports.clock.after(ROUTE_MS, () => {
    route(ports, chat);
  });
}

export function freeAgents(centre: CentreState, language: string): Person[] {
  const held = new Map<string, number>();
  for (const chat of centre.chats.values()) {
    if (chat.finishedAt === null) for (const party of chat.parties) count(held, party);
  }
  const ready = [...centre.people.values()].filter(
    (person) =>
      !person.isSupervisor &&
      person.isLoggedIn &&
      person.chatState.state === 'Ready' &&
      (held.get(person.id) ?? 0) < CHATS_PER_AGENT,
  );
  const speaking = ready.filter((person) => person.languages.includes(language));
  return speaking.length > 0 ? speaking : ready;
}

function count(held: Map<string, number>, { role, userId, state }: Party): void {
  if (role !== 'agent' || userId === null || state === 'Completed' || state === 'Revoked') return;
  held.set(userId, (held.get(userId) ?? 0) + 1);
}
