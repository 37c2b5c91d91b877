import type { Chat, Participant } from '../../preload/contract';
import { withoutMarks, plainName } from './invisible-marks';

export type Audience = 'everyone' | 'agents';
/** `other`: the server calls them something this version does not know; they read what everyone reads. */
export type ReaderKind = 'customer' | 'agent' | 'supervisor' | 'other';

/** Somebody who reads what is sent. */
export interface Reader {
  readonly kind: ReaderKind;
  /** As short as it can be while nobody else in the chat is called the same; `null` when the name is not known. */
  readonly name: string | null;
  /** Two of the readers go by the same full name; the kind must be told with it. */
  readonly isAmbiguous: boolean;
}

interface NamedReader {
  readonly kind: ReaderKind;
  readonly name: string | null;
}

/** Who reads what the supervisor sends to this audience, the customer first. Never empty of its main reader. */
export function readersOf(chat: Chat, audience: Audience): readonly Reader[] {
  const agents = namedAgents(chat);
  // Other supervisors read whatever agents read, also when nobody sees them.
  const supervisors = named(chat.participants, 'supervisor');
  const inside = [...agents, ...supervisors];
  const everyone = [...namedCustomers(chat), ...inside, ...named(chat.participants, 'other')];
  return distinguish(audience === 'agents' ? inside : everyone, everyone);
}

/** The customers of the chat: who does not read a whisper. */
export function customersOf(chat: Chat): readonly Reader[] {
  return distinguish(namedCustomers(chat), [...namedCustomers(chat), ...namedAgents(chat)]);
}

/** The agents of the chat, without other supervisors. */
export function agentsOf(chat: Chat): readonly Reader[] {
  return distinguish(namedAgents(chat), [...namedCustomers(chat), ...namedAgents(chat)]);
}

/** The first word of a name where that is likely a first name; else the whole name. */
export function shortName(name: string): string {
  const clean = withoutMarks(name).trim();
  const [first, second] = clean.split(/\s+/u);
  if (first === undefined || second === undefined) return clean;
  const isFirstName = /^\p{L}[\p{L}\p{M}'’-]+$/u.test(first) && !/^\p{N}/u.test(second);
  return isFirstName ? first : clean;
}

function namedAgents(chat: Chat): NamedReader[] {
  const present = named(chat.participants, 'agent');
  return present.length > 0 ? present : [{ kind: 'agent', name: nameOrNull(chat.agentName) }];
}

function namedCustomers(chat: Chat): NamedReader[] {
  const present = named(chat.participants, 'customer');
  return present.length > 0 ? present : [{ kind: 'customer', name: nameOrNull(chat.customerName) }];
}

function named(participants: readonly Participant[], kind: ReaderKind): NamedReader[] {
  return participants
    .filter((participant) => participant.kind === kind)
    .map(({ nickname }) => ({ kind, name: nameOrNull(nickname) }));
}

function nameOrNull(name: string | null): string | null {
  const clean = plainName(name);
  return clean === '' ? null : clean;
}

function distinguish(readers: readonly NamedReader[], everyone: readonly NamedReader[]): Reader[] {
  const count = (same: (name: string) => boolean): number =>
    everyone.filter(({ name }) => name !== null && same(name)).length;
  return readers.map(({ kind, name }) => {
    if (name === null) return { kind, name, isAmbiguous: false };
    const short = shortName(name);
    const isShortUnique = count((other) => fold(shortName(other)) === fold(short)) <= 1;
    const isFullUnique = count((other) => fold(other) === fold(name)) <= 1;
    return { kind, name: isShortUnique ? short : name, isAmbiguous: !isFullUnique };
  });
}

function fold(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase();
}
