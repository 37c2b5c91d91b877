/**
 * Which resource a request asks for, as far as `Retry-After` is concerned. Reads of one collection are one resource whatever
 * ids are in the path: a server that limits `/users/1/chats` limits `/users/2/chats` as well. An operation is a resource by
 * its own path, so that one chat's trouble holds back no act in another.
 */
export function resourceOf(method: 'GET' | 'POST', path: string): string {
  const [plain = ''] = path.split('?');
  if (method === 'POST') return `POST ${plain}`;
  const [first = '', second] = plain.split('/').filter((part) => part !== '');
  // Everything of one's own lives below /me, the lists as well as each chat: too much to stand or fall together.
  return first === 'me' && second !== undefined ? `GET /me/${second}` : `GET /${first}`;
}
