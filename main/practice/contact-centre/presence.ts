import type { Answer } from './operation-result';
import { accepted } from './operation-result';
import type { CentreState } from './centre-state';
import { removeParty } from './leaving';
import type { AgentState, Medium, Person } from './model';
import { endAllWatches } from './supervising';

/** The two states of every installation, and custom reasons. */
export const agentStates = {
  ready: { id: '9430250E-0A1B-421F-B372-F29E69366DED', displayName: 'Ready', state: 'Ready' },
  notReady: { id: '900D55CC-2BB0-431F-8BF9-D3525B383BE6', displayName: 'Not Ready', state: 'NotReady' },
  lunch: { id: '2C8E1B5A-6B1F-4C59-9C19-0D6B6F0A8E11', displayName: 'Not Ready - Lunch', state: 'NotReady' },
  training: { id: '7F0B0C61-5C0E-4B0B-8E0A-9D2E9B4B7C22', displayName: 'Not Ready - Training', state: 'NotReady' },
  wrapUp: { id: 'B5D1A9E2-41E7-4A1C-9A0F-3B8C7D6E5F33', displayName: 'Not Ready - After Work', state: 'NotReady' },
  loggedOut: { id: '0F7F5003-EF26-4D13-A6EF-D0C7EC819BEB', displayName: 'Logged Out', state: 'LoggedOut' },
} as const satisfies Record<string, AgentState>;

/** The operation for each state. */
export const stateOperations: Readonly<Record<string, AgentState>> = {
  Ready: agentStates.ready,
  NotReady: agentStates.notReady,
  Lunch: agentStates.lunch,
  Training: agentStates.training,
  AfterWork: agentStates.wrapUp,
};

/** Each channel has its own state. */
export function setState(centre: CentreState, person: Person, media: readonly Medium[], state: AgentState): Answer {
  if (media.includes('chat')) person.chatState = state;
  if (media.includes('sms')) person.smsState = state;
  centre.outbox.channelsChanged(person.id);
  return accepted;
}

export function logIn(centre: CentreState, person: Person, media: readonly Medium[]): void {
  person.isLoggedIn = true;
  setState(centre, person, media, agentStates.ready);
}

/** Watches end with the sign-in, and so do the supervisor's chats. */
export function signOff(centre: CentreState, person: Person): void {
  endAllWatches(centre, person.id);
  if (!person.isSupervisor) return;
  for (const { chat, party } of centre.chatsOf(person.id)) removeParty(centre, chat, party, 'Completed');
  person.isLoggedIn = false;
}
