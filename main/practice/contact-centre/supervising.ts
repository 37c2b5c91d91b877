import type { Answer } from './operation-result';
import { accepted, notInThisState, refuse, StatusCode } from './operation-result';
import type { CentreState } from './centre-state';
import { offer } from './joining';
import type { Chat, Medium, Mode, MonitoringScope, Party, Person, Watch } from './model';
import { modeOf, visibilityFor } from './model';
import { log, notifyOthers, notifyParticipants } from './notifying';
import { isOver, partyOf } from './visibility';

interface Watched {
  readonly supervisor: Person;
  readonly agent: Person;
  readonly medium: Medium;
}

export interface WatchRequest extends Watched {
  readonly mode: Mode;
  readonly scope: MonitoringScope;
  readonly nickname: string;
}

function watchOf(centre: CentreState, { supervisor, agent, medium }: Watched) {
  const isMeant = (watch: Watch): boolean =>
    watch.supervisorId === supervisor.id && watch.agentId === agent.id && watch.medium === medium;
  return centre.watches.find(isMeant) ?? null;
}

/** A later request for the same agent and medium replaces an earlier one. Running chats are not affected. */
export function startWatching(centre: CentreState, request: WatchRequest): Answer {
  endWatch(centre, request);
  const { medium, mode, scope, nickname } = request;
  const [supervisorId, agentId] = [request.supervisor.id, request.agent.id];
  centre.watches.push({ supervisorId, agentId, medium, mode, scope, nickname });
  return accepted;
}

export function stopWatching(centre: CentreState, watched: Watched): Answer {
  return endWatch(centre, watched)
    ? accepted
    : refuse(StatusCode.invalidInState, 'Monitoring is not active for this user');
}

function endWatch(centre: CentreState, watched: Watched): boolean {
  const watch = watchOf(centre, watched);
  if (watch === null) return false;
  centre.watches.splice(centre.watches.indexOf(watch), 1);
  return true;
}

/** Watches end with the sign-in. */
export function endAllWatches(centre: CentreState, supervisorId: string): void {
  const kept = centre.watches.filter((watch) => watch.supervisorId !== supervisorId);
  centre.watches.splice(0, centre.watches.length, ...kept);
}

export interface Intrusion {
  readonly supervisor: Person;
  readonly agent: Person;
  readonly chat: Chat;
  readonly mode: Mode | null;
}

/** Joins a running chat. Without a mode, the watch on that agent decides; without either it is an error. */
export function intrude(centre: CentreState, request: Intrusion): Answer {
  const { supervisor, agent, chat } = request;
  const watch = watchOf(centre, { supervisor, agent, medium: chat.medium });
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

/** The log gets one rejoin with the new visibility; parties who see or saw the supervisor get the new list. */
export function switchMode(centre: CentreState, chat: Chat, party: Party, mode: Mode): Answer {
  const operation = `SwitchTo${mode}`;
  if (party.role !== 'supervisor' || party.state !== 'Chatting' || modeOf(party) === mode) {
    return notInThisState(operation);
  }
  const before = party.visibility;
  party.visibility = visibilityFor(mode);
  notifyParticipants(centre, chat, party);
  notifyOthers(centre, chat, party, [before, party.visibility]);
  log(centre, chat, { type: 'ParticipantRejoined', from: party, visibility: party.visibility });
  return accepted;
}
