import type { Answer } from './operation-result';
import { accepted, acceptedAs, notInThisState, refuse, StatusCode, unknownResource } from './operation-result';
import type { CentreState } from './centre-state';
import { offer, offerToAgent } from './joining';
import { removeParty, placeInQueue, revokeSupervisors } from './leaving';
import type { Chat, Party, Person } from './model';
import { log, notifyParticipants } from './notifying';
import { queueByIdOrName } from './queues';
import { agentsIn, customerOf, isOver, partyOf, presentParties } from './visibility';

export type Target = { readonly person: Person } | { readonly queueName: string };

function mayHandOver(chat: Chat, party: Party): boolean {
  return party.state === 'Chatting' && customerOf(chat)?.state === 'Chatting';
}

/** Returns an agent of the queue who is available; `null` if there is none. */
function availableAgentOf(centre: CentreState, chat: Chat, queueName: string): Person | null {
  const { talents = [] } = queueByIdOrName(queueName) ?? {};
  const free = [...centre.people.values()].filter(
    (person) => !person.isSupervisor && person.chatState.state === 'Ready' && refuseTarget(chat, person) === null,
  );
  const fitting = free.filter(({ team, skills }) =>
    talents.some((talent) => talent === team || skills.includes(talent)),
  );
  return fitting[0] ?? free[0] ?? null;
}

function personOf(centre: CentreState, chat: Chat, target: Target): Person | Answer {
  if ('queueName' in target) {
    const taker = availableAgentOf(centre, chat, target.queueName);
    return taker ?? refuse(StatusCode.invalidInState, 'No agent of this queue is free');
  }
  return refuseTarget(chat, target.person) ?? target.person;
}

/** One-step transfer: the transferring agent leaves at once, and their watchers lose the chat. */
export function transfer(centre: CentreState, chat: Chat, by: Party, target: Target): Answer {
  if (!mayHandOver(chat, by)) return notInThisState('Transfer');
  if ('queueName' in target) {
    placeInQueue(centre, chat, by, target.queueName);
    return accepted;
  }
  const refusal = refuseTarget(chat, target.person);
  if (refusal !== null) return refusal;
  chat.queueName = `to ${target.person.userName}`;
  revokeSupervisors(centre, chat, by);
  removeParty(centre, chat, by, 'Completed');
  offerToAgent(centre, chat, target.person);
  return accepted;
}

function refuseTarget(chat: Chat, person: Person): Answer | null {
  const there = partyOf(chat, person.id);
  if (there !== null && !isOver(there)) return refuse(StatusCode.invalidInState, 'The target already takes part');
  if (!person.isLoggedIn) return refuse(StatusCode.invalidInState, 'The target is not logged in');
  return null;
}

export function invite(centre: CentreState, chat: Chat, by: Party, target: Target): Answer {
  if (!mayHandOver(chat, by)) return notInThisState('Invite');
  const person = personOf(centre, chat, target);
  if ('statusCode' in person) return person;
  const invitedBy = by.userId ?? '';
  offer(centre, chat, { role: 'agent', userId: person.id, nickname: person.userName, visibility: 'All', invitedBy });
  return accepted;
}

/** Adds a colleague whom the customer cannot see. */
export function consult(centre: CentreState, chat: Chat, by: Party, target: Target): Answer {
  if (!mayHandOver(chat, by)) return notInThisState('Consult');
  const person = personOf(centre, chat, target);
  if ('statusCode' in person) return person;
  const referenceId = centre.nextReferenceId();
  offer(centre, chat, {
    role: 'agent',
    userId: person.id,
    nickname: person.userName,
    visibility: 'Agents',
    isConsulted: true,
    invitedBy: by.userId ?? '',
  });
  notifyParticipants(centre, chat, by, referenceId);
  return acceptedAs(referenceId);
}

/** Accepted in any case; if there was nothing to cancel, the stream reports it, as documented. */
export function cancelConsult(centre: CentreState, chat: Chat, by: Party): Answer {
  if (by.state !== 'Chatting') return notInThisState('CancelConsult');
  const referenceId = centre.nextReferenceId();
  const consulted = chat.parties.filter(
    (party) => party.isConsulted && party.invitedBy === by.userId && !isOver(party),
  );
  for (const party of consulted) removeParty(centre, chat, party, 'Revoked');
  if (consulted.length > 0) notifyParticipants(centre, chat, by, referenceId);
  if (consulted.length === 0) centre.outbox.operationFailed(by.userId ?? '', 'Request failed', referenceId);
  return acceptedAs(referenceId);
}

export function removeParticipant(centre: CentreState, chat: Chat, by: Party, person: Person): Answer {
  if (by.state !== 'Chatting' || by.visibility !== 'All') return notInThisState('RemoveParticipantFromConference');
  const there = presentParties(chat).find((party) => party.userId === person.id && party !== by);
  if (there === undefined) return unknownResource(`participant ${person.id}`);
  if (there.role === 'agent' && agentsIn(chat).length === 1) {
    return refuse(StatusCode.invalidInState, 'The only agent cannot be removed');
  }
  const text = `REMOVE_PARTICIPANT_FROM_CONFERENCE${person.id}`;
  log(centre, chat, { type: 'Notice', from: by, visibility: 'Agents', text });
  removeParty(centre, chat, there, 'Completed');
  return accepted;
}
