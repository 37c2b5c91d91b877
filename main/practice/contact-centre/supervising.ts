import type { Answer } from './answer';
import { accepted, notInThisState, refuse, StatusCode } from './answer';
import type { Centre } from './centre';
import { offer } from './joining';
import type { Chat, Mode, MonitoringScope, Party, Person } from './model';
import { modeOf, visibilityFor } from './model';
import { log, tellOthers, tellParticipants } from './telling';
import { isOver, partyOf } from './visibility';

export interface WatchRequest {
  readonly supervisor: Person;
  readonly agent: Person;
  readonly mode: Mode;
  readonly scope: MonitoringScope;
  readonly nickname: string;
}

function watchOf(centre: Centre, supervisorId: string, agentId: string) {
  return centre.watches.find((watch) => watch.supervisorId === supervisorId && watch.agentId === agentId) ?? null;
}

/** A later request for the same agent takes the place of an earlier one. Chats already running are left alone. */
export function startWatching(centre: Centre, request: WatchRequest): Answer {
  endWatch(centre, request.supervisor.id, request.agent.id);
  const { mode, scope, nickname } = request;
  centre.watches.push({ supervisorId: request.supervisor.id, agentId: request.agent.id, mode, scope, nickname });
  return accepted;
}

export function stopWatching(centre: Centre, supervisor: Person, agent: Person): Answer {
  return endWatch(centre, supervisor.id, agent.id)
    ? accepted
    : refuse(StatusCode.invalidInState, 'Monitoring is not active for this user');
}

function endWatch(centre: Centre, supervisorId: string, agentId: string): boolean {
  const watch = watchOf(centre, supervisorId, agentId);
  if (watch === null) return false;
  centre.watches.splice(centre.watches.indexOf(watch), 1);
  return true;
}

/** Monitoring lives as long as the sign-in. */
export function endAllWatches(centre: Centre, supervisorId: string): void {
  const kept = centre.watches.filter((watch) => watch.supervisorId !== supervisorId);
  centre.watches.splice(0, centre.watches.length, ...kept);
}

export interface Intrusion {
  readonly supervisor: Person;
  readonly agent: Person;
  readonly chat: Chat;
  readonly mode: Mode | null;
}

/** Into a chat already running. Without a mode, the running watch on that agent decides; without either it is an error. */
export function intrude(centre: Centre, request: Intrusion): Answer {
  const { supervisor, agent, chat } = request;
  const watch = watchOf(centre, supervisor.id, agent.id);
  const mode = request.mode ?? watch?.mode ?? null;
  if (mode === null) {
    return refuse(StatusCode.invalidInState, 'supervisorVisibilityMode is required: this user is not being monitored');
  }
  const earlier = partyOf(chat, supervisor.id);
  if (earlier !== null && !isOver(earlier)) {
    return refuse(StatusCode.invalidInState, 'The supervisor already takes part in this chat');
  }
  offer(centre, chat, {
    role: 'supervisor',
    userId: supervisor.id,
    nickname: watch?.nickname ?? supervisor.userName,
    visibility: visibilityFor(mode),
    invitedBy: agent.id,
  });
  return accepted;
}

/** The log gets one rejoin with the new visibility; those who were or are aware of the supervisor get the new list. */
export function switchMode(centre: Centre, chat: Chat, party: Party, mode: Mode): Answer {
  const operation = `SwitchTo${mode}`;
  if (party.role !== 'supervisor' || party.state !== 'Chatting' || modeOf(party) === mode) {
    return notInThisState(operation);
  }
  const before = party.visibility;
  party.visibility = visibilityFor(mode);
  tellParticipants(centre, chat, party);
  tellOthers(centre, chat, party, [before, party.visibility]);
  log(centre, chat, { type: 'ParticipantRejoined', from: party, visibility: party.visibility });
  return accepted;
}
