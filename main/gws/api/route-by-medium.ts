import type { Medium } from '../../../preload/contract';
import { vendorMedia } from '../media';
import type { RestClient } from './rest-client';

const chatPlace = /^(\/me|\/users\/[^/]+)\/chats\/([^/?]+)(.*)$/s;

/**
 * Returns a client that sends chat paths to the resource of the chat's medium. Sessions of every medium take the
 * same operations under different paths; the API functions use those of chats.
 */
export function routeByMedium(caller: RestClient, mediumOf: (chatId: string) => Medium): RestClient {
  return (call) => {
    const [, owner, id, rest] = chatPlace.exec(call.path) ?? [];
    if (owner === undefined || id === undefined) return caller(call);
    const { resource } = vendorMedia[mediumOf(decodeURIComponent(id))];
    return caller({ ...call, path: `${owner}/${resource}/${id}${rest ?? ''}` });
  };
}
