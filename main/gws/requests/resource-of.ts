/**
 * Returns the resource that a `Retry-After` for this request applies to. Reads of one collection are one resource,
 * whatever ids are in the path: a limit on `/users/1/chats` applies to `/users/2/chats` too. Each operation path is
 * a resource of its own, so that a problem of one chat does not delay actions in another.
 */
export function resourceOf(method: 'GET' | 'POST', path: string): string {
  const [plain = ''] = path.split('?');
  if (method === 'POST') return `POST ${plain}`;
  const [first = '', second] = plain.split('/').filter((part) => part !== '');
  // Everything of the supervisor is below `/me`, which is too much for one resource.
  return first === 'me' && second !== undefined ? `GET /me/${second}` : `GET /${first}`;
}
