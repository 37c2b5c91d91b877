/** One thing that left the console: a request, or one Bayeux message of one. */
export interface Outgoing {
  readonly method: string;
  /** With or without `/api/v2` and the query. */
  readonly path: string;
  /** The `operationName`, or the Bayeux channel; `null` for a request without either. */
  readonly operation: string | null;
}

interface AllowedRead {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly operations: readonly (string | null)[];
}

const get = (path: string): AllowedRead => ({ method: 'GET', path, operations: [null] });

/**
 * All that may leave the console while somebody only monitors. None of it can be noticed by a customer, an agent or their
 * indicators: these resources are read, and what they return goes to the one who asked. `{}` stands for an id. The same
 * table stands in `docs/silence.md`, with the reasons; a test holds the two together.
 */
export const allowedReads: readonly AllowedRead[] = [
  {
    method: 'POST',
    path: '/notifications',
    operations: ['/meta/handshake', '/meta/connect', '/meta/subscribe', '/meta/unsubscribe', '/meta/disconnect'],
  },
  get('/diagnostics/version'),
  get('/me'),
  get('/me/channels'),
  get('/me/chats'),
  get('/me/chats/{}'),
  get('/me/chats/{}/messages'),
  get('/me/smssessions'),
  get('/me/smssessions/{}'),
  get('/me/smssessions/{}/messages'),
  get('/contacts'),
  get('/users'),
  get('/users/{}'),
  get('/users/{}/chats'),
  get('/users/{}/smssessions'),
  get('/queues'),
  get('/settings/agent-states'),
  get('/settings/dispositions'),
  { method: 'POST', path: '/ucs/interactions/{}', operations: ['GetInteractionContent'] },
  { method: 'POST', path: '/ucs/contacts/{}/interactions', operations: ['RetrieveContactHistory'] },
];

const patterns = allowedReads.map(({ method, path, operations }) => ({
  method,
  path: new RegExp(`^${path.replaceAll('{}', '[^/]+')}$`),
  operations,
}));

function isAllowed({ method, path, operation }: Outgoing): boolean {
  const [resource = ''] = path.replace(/^\/api\/v2/, '').split('?');
  // CometD adds the name of the meta message to the address.
  const named = resource.replace(/^\/notifications\/(?:handshake|connect|disconnect)$/, '/notifications');
  return patterns.some(
    (allowed) => allowed.method === method && allowed.path.test(named) && allowed.operations.includes(operation),
  );
}

/** What left the console and is not on the list, as sentences for whoever reads a failed run. */
export function beyondReading(sent: readonly Outgoing[]): readonly string[] {
  return sent
    .filter((one) => !isAllowed(one))
    .map(({ method, path, operation }) => `${method} ${path}${operation === null ? '' : ` ${operation}`}`);
}
