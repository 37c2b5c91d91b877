import type { Answer } from './answer';
import { accepted, notInThisState } from './answer';
import type { Centre } from './centre';
import type { Chat, ChatState, Party } from './model';
import { log, tellOthers, tellStatus } from './telling';
import { agentsIn, customerOf, isHeldByAgent, isOver, presentParties, supervisorsOf } from './visibility';

/** Takes one party out of the conversation; who may notice, notices. */
export function depart(centre: Centre, chat: Chat, party: Party, state: ChatState): void {
  const wasPresent = party.state === 'Chatting';
  party.state = state;
  if (wasPresent) {
    log(centre, chat, { type: 'ParticipantLeft', from: party, visibility: party.visibility });
    tellOthers(centre, chat, party, [party.visibility]);
  }
  if (party.userId !== null) tellStatus(centre, chat, party);
}

function endCustomerSession(centre: Centre, chat: Chat): void {
  const customer = customerOf(chat);
  if (customer?.state === 'Chatting') depart(centre, chat, customer, 'Completed');
}

/** The chat is no longer in anyone's hands: whoever was looking over a shoulder loses it. */
export function revokeSupervisors(centre: Centre, chat: Chat, except: Party | null = null): void {
  for (const party of supervisorsOf(chat)) if (party !== except) depart(centre, chat, party, 'Revoked');
}

export function finishIfAbandoned(centre: Centre, chat: Chat): void {
  if (isHeldByAgent(chat) || chat.queueName !== null || chat.finishedAt !== null) return;
  endCustomerSession(centre, chat);
  revokeSupervisors(centre, chat);
  chat.finishedAt = centre.clock.now();
}

/**
 * An agent alone with the customer ends the customer's session and keeps the wrap-up; in a conference, and always for a
 * supervisor or a consulted agent, the others carry on.
 */
export function leave(centre: Centre, chat: Chat, party: Party): Answer {
  if (party.state !== 'Chatting') return notInThisState('Leave');
  const others = agentsIn(chat).filter((agent) => agent !== party && !agent.isConsulted);
  if (party.role === 'supervisor' || party.isConsulted || others.length > 0) {
    depart(centre, chat, party, 'Completed');
    return accepted;
  }
  depart(centre, chat, party, 'LeftChat');
  endCustomerSession(centre, chat);
  return accepted;
}

export function complete(centre: Centre, chat: Chat, party: Party): Answer {
  if (party.state === 'JoinFailed') {
    depart(centre, chat, party, 'Completed');
    finishIfAbandoned(centre, chat);
    return accepted;
  }
  const mayComplete = party.role === 'agent' || party.visibility === 'All';
  if (!mayComplete || isOver(party) || party.state === 'Invited') return notInThisState('Complete');
  const others = agentsIn(chat).filter((agent) => agent !== party && !agent.isConsulted);
  if (others.length > 0) {
    depart(centre, chat, party, 'Completed');
    return accepted;
  }
  endCustomerSession(centre, chat);
  for (const consulted of agentsIn(chat)) if (consulted !== party) depart(centre, chat, consulted, 'Completed');
  depart(centre, chat, party, 'Completed');
  finishIfAbandoned(centre, chat);
  return accepted;
}

/** The customer closes the window. The agent stays for the wrap-up; nothing is taken away yet. */
export function customerLeaves(centre: Centre, chat: Chat): Answer {
  if (customerOf(chat)?.state !== 'Chatting') return notInThisState('Leave');
  endCustomerSession(centre, chat);
  finishIfAbandoned(centre, chat);
  return accepted;
}

/** Everyone but the customer is out, and the chat waits in a queue. */
export function placeInQueue(centre: Centre, chat: Chat, by: Party, queueName: string): void {
  revokeSupervisors(centre, chat, by);
  for (const party of presentParties(chat)) {
    if (party.userId === null || party === by) continue;
    depart(centre, chat, party, 'Revoked');
  }
  depart(centre, chat, by, 'Completed');
  centre.queued(chat, queueName);
}
