import type { CentreState } from './centre-state';
import type { Answer } from './operation-result';
import { accepted, notInThisState } from './operation-result';
import { CONTACT_KEY, contactIdOf } from './interactions';
import type { Chat, Customer, Medium, Party, PartyRole, Person, UserDataValue, Visibility, Watch } from './model';
import { visibilityFor } from './model';
import { log, notifyOthers, notifyParticipants, notifyStatus } from './notifying';
import { hasActiveAgent, messagesFor, partyOf } from './visibility';

/** Queue of a chat whose only invited agent rejected it. */
const RETURNED_TO_QUEUE = 'Chat_Overflow';

export interface NewChat {
  readonly medium?: Medium;
  readonly customer: Customer;
  readonly nickname: string;
  readonly language: string;
  readonly subject: string;
  readonly userData: Readonly<Record<string, UserDataValue>>;
  /** Only for chats that began before the server started. */
  readonly receivedAt?: number;
}

/** A customer opens a session and waits; no agent is invited yet. */
export function createChat(centre: CentreState, request: NewChat): Chat {
  const receivedAt = request.receivedAt ?? centre.clock.now();
  const chat: Chat = {
    id: centre.ids.chatId(),
    medium: request.medium ?? 'chat',
    customer: request.customer,
    language: request.language,
    subject: request.subject,
    receivedAt,
    userData: new Map(Object.entries({ [CONTACT_KEY]: contactIdOf(request.customer), ...request.userData })),
    parties: [],
    log: [],
    queueName: null,
    finishedAt: null,
  };
  const customer = newParty(centre, { role: 'customer', userId: null, nickname: request.nickname, visibility: 'All' });
  customer.state = 'Chatting';
  chat.parties.push(customer);
  centre.chats.set(chat.id, chat);
  log(centre, chat, { type: 'ParticipantJoined', from: customer, visibility: 'All', at: receivedAt });
  centre.arrived(chat);
  return chat;
}

interface Invitation {
  readonly role: PartyRole;
  readonly userId: string | null;
  readonly nickname: string;
  readonly visibility: Visibility;
  readonly isConsulted?: boolean;
  readonly invitedBy?: string;
}

function newParty(centre: CentreState, invitation: Invitation): Party {
  return {
    participantId: centre.ids.participantId(),
    role: invitation.role,
    userId: invitation.userId,
    nickname: invitation.nickname,
    visibility: invitation.visibility,
    state: 'Invited',
    isConsulted: invitation.isConsulted ?? false,
    invitedBy: invitation.invitedBy ?? null,
  };
}

/** Offers the chat to a user, who responds with `accept` or `reject`. */
export function offer(centre: CentreState, chat: Chat, invitation: Invitation): Party {
  const party = newParty(centre, invitation);
  chat.parties.push(party);
  notifyStatus(centre, chat, party, false);
  centre.offered(chat, party);
  return party;
}

export function offerToAgent(centre: CentreState, chat: Chat, agent: Person): Party {
  chat.queueName = null;
  return offer(centre, chat, { role: 'agent', userId: agent.id, nickname: agent.userName, visibility: 'All' });
}

/** Joins after an offer: sends the state, the participants, then the earlier entries that this reader may read. */
export function accept(centre: CentreState, chat: Chat, party: Party, nickname: string | null, at?: number): Answer {
  if (party.state !== 'Invited') return notInThisState('Accept');
  if (party.userId !== null && centre.failingJoins.delete(party.userId)) {
    party.state = 'JoinFailed';
    notifyStatus(centre, chat, party, false);
    return accepted;
  }
  if (nickname !== null && nickname !== '') party.nickname = nickname;
  writeArrival(centre, chat, party, at);
  party.state = 'Chatting';
  notifyStatus(centre, chat, party, false);
  notifyParticipants(centre, chat, party);
  tellHistory(centre, chat, party);
  notifyOthers(centre, chat, party, [party.visibility]);
  if (party.role === 'agent') joinWatchers(centre, chat, party);
  return accepted;
}

export function reject(centre: CentreState, chat: Chat, party: Party): Answer {
  if (party.state !== 'Invited') return notInThisState('Reject');
  party.state = 'Completed';
  notifyStatus(centre, chat, party);
  if (!hasActiveAgent(chat)) centre.queued(chat, RETURNED_TO_QUEUE);
  return accepted;
}

/** Runs before the newcomer counts as present, so that the entry reaches them only once, in the history. */
function writeArrival(centre: CentreState, chat: Chat, party: Party, at?: number): void {
  const entry = { type: 'ParticipantJoined', from: party, visibility: party.visibility } as const;
  log(centre, chat, at === undefined ? entry : { ...entry, at });
}

function tellHistory(centre: CentreState, chat: Chat, party: Party): void {
  centre.outbox.messagesLogged(chat, party, messagesFor(party.role, chat.log));
}

/** Adds everyone who watches this agent, without an offer. */
function joinWatchers(centre: CentreState, chat: Chat, agent: Party): void {
  for (const watch of [...centre.watches]) {
    if (watch.agentId !== agent.userId || watch.medium !== chat.medium) continue;
    const earlier = partyOf(chat, watch.supervisorId);
    if (earlier?.state === 'Chatting') continue;
    if (earlier?.state === 'Invited') earlier.state = 'Completed';
    joinByWatch(centre, chat, watch);
    if (watch.scope === 'NextChat') centre.watches.splice(centre.watches.indexOf(watch), 1);
  }
}

function joinByWatch(centre: CentreState, chat: Chat, watch: Watch): void {
  const party = newParty(centre, {
    role: 'supervisor',
    userId: watch.supervisorId,
    nickname: watch.nickname,
    visibility: visibilityFor(watch.mode),
  });
  writeArrival(centre, chat, party);
  party.state = 'Chatting';
  chat.parties.push(party);
  notifyParticipants(centre, chat, party);
  notifyStatus(centre, chat, party);
  tellHistory(centre, chat, party);
  notifyOthers(centre, chat, party, [party.visibility]);
}
