import type { Answer } from '../contact-centre/answer';
import { refuse, StatusCode, unknownResource } from '../contact-centre/answer';
import type { Call, Resource } from './call';
import { readContact, readContacts } from './contacts';
import { operateOnInteraction, operateOnInteractions } from './interactions';
import { operateOnMe, operateOnMyChannel, readAgentStates, readMe, readMyPart, readMySettings } from './me';
import { operateOnMyChat, readMyChat, readMyChatMessages, readMyChats } from './my-chats';
import { operateOnUserChannel, operateOnUserChat, readUser, readUserChats, readUsers } from './users';

interface Route {
  readonly pattern: RegExp;
  readonly GET?: Resource;
  readonly POST?: Resource;
}

const route = (path: string, resources: Omit<Route, 'pattern'>): Route => ({
  pattern: new RegExp(`^${path.replaceAll('{}', '([^/]+)')}/?$`),
  ...resources,
});

const routes: readonly Route[] = [
  route('/me', { GET: readMe, POST: operateOnMe }),
  route('/me/channels', { GET: readMyPart('channels') }),
  route('/me/channels/{}', { POST: operateOnMyChannel }),
  route('/me/devices', { GET: readMyPart('devices') }),
  route('/me/features', { GET: readMyPart('features') }),
  route('/me/skills', { GET: readMyPart('skills') }),
  route('/me/settings', { GET: readMySettings }),
  route('/me/chats', { GET: readMyChats }),
  route('/me/chats/{}', { GET: readMyChat, POST: operateOnMyChat }),
  route('/me/chats/{}/messages', { GET: readMyChatMessages }),
  // Some samples send the consultation operations to the chat itself.
  route('/chats/{}', { POST: operateOnMyChat }),
  route('/contacts', { GET: readContacts }),
  route('/contacts/{}', { GET: readContact }),
  route('/users', { GET: readUsers }),
  route('/users/{}', { GET: readUser }),
  route('/users/{}/chats', { GET: readUserChats }),
  route('/users/{}/chats/{}', { POST: operateOnUserChat }),
  route('/users/{}/channels/{}', { POST: operateOnUserChannel }),
  route('/settings/agent-states', { GET: readAgentStates }),
  route('/ucs/interactions', { POST: operateOnInteractions }),
  route('/ucs/interactions/{}', { POST: operateOnInteraction }),
];

/** Finds the resource a path below `/api/v2` names and lets it answer. */
export function answer(path: string, call: Omit<Call, 'ids'>): Answer {
  for (const { pattern, ...resources } of routes) {
    const match = pattern.exec(path);
    if (match === null) continue;
    const resource = call.method === 'GET' ? resources.GET : call.method === 'POST' ? resources.POST : undefined;
    if (resource === undefined) return refuse(StatusCode.forbidden, `Method ${call.method} is not allowed here`);
    return resource({ ...call, ids: match.slice(1) });
  }
  return unknownResource(path);
}
