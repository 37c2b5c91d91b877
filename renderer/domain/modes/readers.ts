import type { Chat, Participant } from '../../../preload/contract';
import { lookOfName, withoutOne, type Party } from '../../../preload/contract/names/name-look';
import { seenName } from '../../../preload/contract/names/seen-text';

export type Audience = 'everyone' | 'agents';
/** `other`: a kind that this version does not know; such a participant reads what everyone reads. */
export type ReaderKind = 'customer' | 'agent' | 'supervisor' | 'other';

/** A participant who reads a message. */
export interface Reader {
  readonly kind: ReaderKind;
  /** The shortest name that is unique in the chat; `null` if unknown. */
  readonly name: string | null;
  /** Another participant's full name looks the same, so the kind must be shown with it. */
  readonly isAmbiguous: boolean;
  /** The name could be read as our text or as another participant, so it is quoted and its kind shown. */
  readonly isSetOff?: true;
  /** Another of the same kind has a name that differs only in letters that look alike. */
  readonly isLookAlike?: true;
}

export interface NamedReader extends Party {
  readonly kind: ReaderKind;
}

/** The readers of a message to this audience, the customer first. Never without its main reader. */
export function readersOf(chat: Chat, audience: Audience, ownNames: readonly string[] = []): readonly Reader[] {
  const agents = namedAgents(chat);
  // Other supervisors read what agents read, even when they are invisible.
  const supervisors = named(chat.participants, 'supervisor');
  const inside = [...agents, ...supervisors];
  const everyone = [...namedCustomers(chat), ...inside, ...named(chat.participants, 'other')];
  return distinguish(audience === 'agents' ? inside : everyone, [...everyone, ...selves(chat, ownNames)]);
}

/**
 * The number of further readers beyond the bounded list of participants. The list holds agents first, so the rest reads
 * a whisper only if agents alone filled it.
 */
export function unlistedReaders(chat: Chat, audience: Audience): number {
  const isFilledByAgents = chat.participants.every(({ kind }) => kind !== 'customer');
  return audience === 'everyone' || isFilledByAgents ? (chat.participantsLeftOut ?? 0) : 0;
}

/** The customers of the chat, who do not read a whisper. */
export function customersOf(chat: Chat, ownNames: readonly string[] = []): readonly Reader[] {
  return distinguish(namedCustomers(chat), partiesOf(chat, ownNames));
}

/** The agents of the chat, without other supervisors. */
export function agentsOf(chat: Chat, ownNames: readonly string[] = []): readonly Reader[] {
  return distinguish(namedAgents(chat), partiesOf(chat, ownNames));
}

/** Everyone that a name in this chat could be mistaken for, including the supervisor. */
export function partiesOf(chat: Chat, ownNames: readonly string[] = []): readonly Party[] {
  return [
    ...namedCustomers(chat),
    ...namedAgents(chat),
    ...named(chat.participants, 'supervisor'),
    ...named(chat.participants, 'other'),
    ...selves(chat, ownNames),
  ];
}

/** The first word of a name if it is likely a first name; otherwise the whole name. */
export function shortName(name: string): string {
  const clean = seenName(name);
  const [first, second] = clean.split(/\s+/u);
  if (first === undefined || second === undefined) return clean;
  const isFirstName = /^\p{L}[\p{L}\p{M}'’-]+$/u.test(first) && !/^\p{N}/u.test(second);
  return isFirstName ? first : clean;
}

function selves(chat: Chat, ownNames: readonly string[]): readonly Party[] {
  const inChat = chat.participants.filter(({ kind }) => kind === 'self').map(({ nickname }) => nickname);
  return [...inChat, ...ownNames].map((name) => ({ kind: 'self', name }));
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
  return seenName(name) === '' ? null : name;
}

/** The shortest names that are unique among `parties`. */
export function distinguish(
  readers: readonly NamedReader[],
  parties: readonly Party[],
  isWhole: boolean = false,
): Reader[] {
  return readers.map((reader): Reader => {
    const { kind } = reader;
    const { text, look, isLookAlike } = lookOfName(reader, parties);
    if (text === '') return { kind, name: null, isAmbiguous: false };
    const lookAlike = isLookAlike ? ({ isLookAlike } as const) : {};
    if (look === 'setOff') return { kind, name: text, isAmbiguous: false, isSetOff: true, ...lookAlike };
    const short = shortName(text);
    const isShortClear =
      !isWhole &&
      look === 'plain' &&
      !withoutOne(parties, reader).some(({ name }) => name !== null && fold(shortName(name)) === fold(short));
    const name = isShortClear ? short : text;
    return { kind, name, isAmbiguous: look === 'shared', ...lookAlike };
  });
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
