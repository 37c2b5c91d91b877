import type { Answer } from './operation-result';
import { accepted, notInThisState } from './operation-result';
import type { CentreState } from './centre-state';
import type { Chat, ChatState, Party } from './model';
import { log, notifyOthers, notifyStatus } from './notifying';
import { agentsIn, customerOf, hasActiveAgent, isOver, presentParties, supervisorsOf } from './visibility';

/** Removes one party from the chat and notifies those who may notice. */
export function removeParty(centre: CentreState, chat: Chat, party: Party, state: ChatState): void {
  const wasPresent = party.state === 'Chatting';
  party.state = state;
  if (wasPresent) {
    log(centre, chat, { type: 'ParticipantLeft', from: party, visibility: party.visibility });
    notifyOthers(centre, chat, party, [party.visibility]);
  }
  if (party.userId !== null) notifyStatus(centre, chat, party);
}

function endCustomerSession(centre: CentreState, chat: Chat): void {
  const customer = customerOf(chat);
  if (customer?.state === 'Chatting') removeParty(centre, chat, customer, 'Completed');
}

/** No agent has the chat any more, so the supervisors lose it. */
export function revokeSupervisors(centre: CentreState, chat: Chat, except: Party | null = null): void {
  for (const party of supervisorsOf(chat)) if (party !== except) removeParty(centre, chat, party, 'Revoked');
}

export function finishIfAbandoned(centre: CentreState, chat: Chat): void {
  if (hasActiveAgent(chat) || chat.queueName !== null || chat.finishedAt !== null) return;
  endCustomerSession(centre, chat);
  revokeSupervisors(centre, chat);
  chat.finishedAt = centre.clock.now();
}

/**
 * The only agent with the customer ends the customer's session and keeps the wrap-up. In a conference, and for a supervisor or consulted
 * agent, the others continue.
 */
export function leave(centre: CentreState, chat: Chat, party: Party): Answer {
  if (party.state !== 'Chatting') return notInThisState('Leave');
  const others = agentsIn(chat).filter((agent) => agent !== party && !agent.isConsulted);
  if (party.role === 'supervisor' || party.isConsulted || others.length > 0) {
    removeParty(centre, chat, party, 'Completed');
    return accepted;
  }
  removeParty(centre, chat, party, 'LeftChat');
  endCustomerSession(centre, chat);
  return accepted;
}

export function complete(centre: CentreState, chat: Chat, party: Party): Answer {
  if (party.state === 'JoinFailed') {
    removeParty(centre, chat, party, 'Completed');
    finishIfAbandoned(centre, chat);
    return accepted;
  }
  const mayComplete = party.role === 'agent' || party.visibility === 'All';
  if (!mayComplete || isOver(party) || party.state === 'Invited') return notInThisState('Complete');
  const others = agentsIn(chat).filter((agent) => agent !== party && !agent.isConsulted);
  if (others.length > 0) {
    removeParty(centre, chat, party, 'Completed');
    return accepted;
  }
  endCustomerSession(centre, chat);
  for (const consulted of agentsIn(chat)) if (consulted !== party) removeParty(centre, chat, consulted, 'Completed');
  removeParty(centre, chat, party, 'Completed');
  finishIfAbandoned(centre, chat);
  return accepted;
}

/** The customer leaves. The agent keeps the chat for the wrap-up. */
export function customerLeaves(centre: CentreState, chat: Chat): Answer {
  if (customerOf(chat)?.state !== 'Chatting') return notInThisState('Leave');
  endCustomerSession(centre, chat);
  finishIfAbandoned(centre, chat);
  return accepted;
}

/** Removes everyone but the customer and puts the chat into a queue. */
export function placeInQueue(centre: CentreState, chat: Chat, by: Party, queueName: string): void {
  revokeSupervisors(centre, chat, by);
  for (const party of presentParties(chat)) {
    if (party.userId === null || party === by) continue;
    removeParty(centre, chat, party, 'Revoked');
  }
  removeParty(centre, chat, by, 'Completed');
  centre.queued(chat, queueName);
}
