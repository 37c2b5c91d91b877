import type { Medium } from '../../../preload/contract';
import { vendorMedia } from '../media';
import type { RestClient } from './rest-client';

const chatPlace = /^(\/me|\/users\/[^/]+)\/chats\/([^/?]+)(.*)$/s;

/**
 * Sessions of every medium take the same operations, each at a place of its own. The operations are written down for
 * chats; here each is sent to where the session it names lives.
 */
export function routeByMedium(caller: RestClient, mediumOf: (chatId: string) => Medium): RestClient {
  return (call) => {
    const [, owner, id, rest] = chatPlace.exec(call.path) ?? [];
    if (owner === undefined || id === undefined) return caller(call);
    const { resource } = vendorMedia[mediumOf(decodeURIComponent(id))];
    return caller({ ...call, path: `${owner}/${resource}/${id}${rest ?? ''}` });
  };
}
