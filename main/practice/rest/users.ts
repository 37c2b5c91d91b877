import type { Answer } from '../contact-centre/operation-result';
import { refuse, StatusCode, unknownResource } from '../contact-centre/operation-result';
import type { Medium, Mode, MonitoringScope, Person } from '../contact-centre/model';
import { intrude, startWatching, stopWatching } from '../contact-centre/supervising';
import { customerOf, isOver, partyOf } from '../contact-centre/visibility';
import { sessionPath } from '../wire/chat-json';
import { wireDate } from '../wire/dates';
import { reference } from '../wire/wire-format';
import { featuresOf } from '../wire/features';
import { mediaOffered, wireMedia } from '../wire/media';
import { participantJson } from '../wire/participant-json';
import { userJson } from '../wire/person-json';
import type { ResourceCall, Resource } from './resource-call';
import { listed, operate, paged } from './resource-call';

const noPermission = refuse(StatusCode.noPermission, 'User does not have the required permission');

function maySupervise(person: Person): boolean {
  return featuresOf(person).some(({ id }) => id === 'api-supervisor-monitoring');
}

/** Returns an agent's chats of one medium, without messages. */
function busyWith(call: ResourceCall, user: Person, medium: Medium): Record<string, unknown>[] {
  const running = call.centre
    .chatsOf(user.id)
    .filter(({ chat, party }) => party.role === 'agent' && chat.medium === medium);
  return running.map(({ chat, party }) => {
    const customer = customerOf(chat);
    return {
      id: chat.id,
      state: party.state,
      chatType: 'Inbound',
      receivedDate: wireDate(chat.receivedAt, call.dialect.quirks),
      ...reference(call.dialect, sessionPath(chat)),
      participants: [...(customer === null ? [] : [customer]), party].map((one) => participantJson(call.dialect, one)),
    };
  });
}

/** Undocumented, so switchable: a user carries the chats of the requested media. */
function userWithChats(call: ResourceCall, person: Person): Record<string, unknown> {
  const { usersChatsRead, usersEmbedChats } = call.dialect.quirks;
  const asked = (call.query.get('subresources') ?? '').split(',');
  const mayAsk = usersChatsRead && usersEmbedChats && maySupervise(call.person);
  const media = mayAsk
    ? mediaOffered(call.dialect.quirks).filter((one) => asked.includes('*') || asked.includes(wireMedia[one].resource))
    : [];
  const user = userJson(call.dialect, person);
  for (const medium of media) user[wireMedia[medium].resource] = busyWith(call, person, medium);
  return user;
}

export function readUsers(call: ResourceCall): Answer {
  if (call.dialect.quirks.usersReadForbidden) return noPermission;
  const users = [...call.centre.people.values()];
  const shown = paged(users, call.query).map((person) => userWithChats(call, person));
  return listed(call, 'users', shown, users.length);
}

const withUser =
  (rule: (call: ResourceCall, user: Person) => Answer): Resource =>
  (call) => {
    const user = call.centre.people.get(call.ids[0] ?? '');
    return user === undefined ? unknownResource(`user ${call.ids[0] ?? ''}`) : rule(call, user);
  };

export const readUser = withUser((call, user) =>
  call.dialect.quirks.usersReadForbidden ? noPermission : { statusCode: 0, user: userWithChats(call, user) },
);

/** Undocumented, so switchable: an agent's chats, without messages. */
export const readUserChats = withUser((call, user) => {
  if (!call.dialect.quirks.usersChatsRead) return unknownResource(`users/${user.id}/chats`);
  if (!maySupervise(call.person) && call.person !== user) return noPermission;
  const chats = busyWith(call, user, call.medium);
  return listed(call, wireMedia[call.medium].resource, chats);
});

const scopes: readonly MonitoringScope[] = ['NextChat', 'AllChats'];
const modes: readonly Mode[] = ['Monitor', 'Coach', 'BargeIn'];

const watchAs =
  (mode: Mode) =>
  (call: ResourceCall, agent: Person): Answer => {
    const scope = call.parameters.oneOf('supervisorMonitoringMode', scopes);
    if (scope !== null && typeof scope !== 'string') return scope;
    const nickname = call.parameters.text('nickname') ?? call.person.userName;
    const watched = { supervisor: call.person, agent, medium: call.medium };
    return startWatching(call.centre, { ...watched, mode, scope: scope ?? 'AllChats', nickname });
  };

const supervised = (rule: (call: ResourceCall, agent: Person) => Answer): Resource =>
  withUser((call, agent) => {
    if (!maySupervise(call.person)) return noPermission;
    if (agent.isSupervisor) return refuse(StatusCode.invalidInState, 'This user does not handle chats');
    return rule(call, agent);
  });

const watching: Readonly<Record<string, Resource>> = {
  Monitor: supervised(watchAs('Monitor')),
  Coach: supervised(watchAs('Coach')),
  BargeIn: supervised(watchAs('BargeIn')),
  CancelSupervisorMonitoring: supervised((call, agent) =>
    stopWatching(call.centre, { supervisor: call.person, agent, medium: call.medium }),
  ),
};

export function operateOnUserChannel(call: ResourceCall): Answer {
  const medium = mediaOffered(call.dialect.quirks).find((one) => wireMedia[one].channel === call.ids[1]);
  return medium === undefined
    ? unknownResource(`channel ${call.ids[1] ?? ''}`)
    : operate({ ...call, medium }, watching);
}

const intruding: Readonly<Record<string, Resource>> = {
  Intrude: supervised((call, agent) => {
    const chat = call.centre.chats.get(call.ids[1] ?? '');
    const held = chat === undefined ? null : partyOf(chat, agent.id);
    if (chat?.medium !== call.medium || held === null || isOver(held))
      return unknownResource(`chat ${call.ids[1] ?? ''}`);
    if (held.state !== 'Chatting') return refuse(StatusCode.invalidInState, 'The user is not chatting in this chat');
    const mode = call.parameters.oneOf('supervisorVisibilityMode', modes);
    if (mode !== null && typeof mode !== 'string') return mode;
    return intrude(call.centre, { supervisor: call.person, agent, chat, mode });
  }),
};

export function operateOnUserChat(call: ResourceCall): Answer {
  return operate(call, intruding);
}
