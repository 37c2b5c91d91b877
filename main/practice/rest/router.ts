import type { Answer } from '../contact-centre/operation-result';
import { refuse, StatusCode, unknownResource } from '../contact-centre/operation-result';
import type { Medium } from '../contact-centre/model';
import { everyMedium, mediaOffered, wireMedia } from '../wire/media';
import type { ResourceCall, Resource } from './resource-call';
import { readContact, readContacts } from './contacts';
import { operateOnContactInteractions, operateOnInteraction, operateOnInteractions } from './interactions';
import { readDispositions, readQueues } from './lists';
import { operateOnMe, operateOnMyChannel, readAgentStates, readMe, readMyPart, readMySettings } from './me';
import { operateOnMyChat, readMyChat, readMyChatMessages, readMyChats } from './my-chats';
import { operateOnUserChannel, operateOnUserChat, readUser, readUserChats, readUsers } from './users';

interface Route {
  readonly pattern: RegExp;
  readonly medium: Medium;
  readonly GET?: Resource;
  readonly POST?: Resource;
}

type Resources = Omit<Route, 'pattern' | 'medium'>;

const route = (path: string, resources: Resources, medium: Medium = 'chat'): Route => ({
  pattern: new RegExp(`^${path.replaceAll('{}', '([^/]+)')}/?$`),
  medium,
  ...resources,
});

/** Returns the same resources for the sessions of each medium. */
function ofSessions(medium: Medium): Route[] {
  const { resource } = wireMedia[medium];
  return [
    route(`/me/${resource}`, { GET: readMyChats }, medium),
    route(`/me/${resource}/{}`, { GET: readMyChat, POST: operateOnMyChat }, medium),
    route(`/me/${resource}/{}/messages`, { GET: readMyChatMessages }, medium),
    // Some samples send the consultation operations to the chat itself.
    route(`/${resource}/{}`, { POST: operateOnMyChat }, medium),
    route(`/users/{}/${resource}`, { GET: readUserChats }, medium),
    route(`/users/{}/${resource}/{}`, { POST: operateOnUserChat }, medium),
  ];
}

const routes: readonly Route[] = [
  route('/me', { GET: readMe, POST: operateOnMe }),
  route('/me/channels', { GET: readMyPart('channels') }),
  route('/me/channels/{}', { POST: operateOnMyChannel }),
  route('/me/devices', { GET: readMyPart('devices') }),
  route('/me/features', { GET: readMyPart('features') }),
  route('/me/skills', { GET: readMyPart('skills') }),
  route('/me/settings', { GET: readMySettings }),
  ...everyMedium.flatMap(ofSessions),
  route('/contacts', { GET: readContacts }),
  route('/contacts/{}', { GET: readContact }),
  route('/users', { GET: readUsers }),
  route('/users/{}', { GET: readUser }),
  route('/users/{}/channels/{}', { POST: operateOnUserChannel }),
  route('/settings/agent-states', { GET: readAgentStates }),
  route('/settings/dispositions', { GET: readDispositions }),
  route('/queues', { GET: readQueues }),
  route('/ucs/contacts/{}/interactions', { POST: operateOnContactInteractions }),
  route('/ucs/interactions', { POST: operateOnInteractions }),
  route('/ucs/interactions/{}', { POST: operateOnInteraction }),
];

/** Runs the resource that a path below `/api/v2` names. */
export function routeRequest(path: string, call: Omit<ResourceCall, 'ids' | 'medium'>): Answer {
  for (const { pattern, medium, ...resources } of routes) {
    const match = pattern.exec(path);
    if (match === null || !mediaOffered(call.dialect.quirks).includes(medium)) continue;
    const resource = call.method === 'GET' ? resources.GET : call.method === 'POST' ? resources.POST : undefined;
    if (resource === undefined) return refuse(StatusCode.forbidden, `Method ${call.method} is not allowed here`);
    return resource({ ...call, medium, ids: match.slice(1) });
  }
  return unknownResource(path);
}
