import type { Mode, NoticedBy } from '../../../preload/contract';
import { noticedInMode } from '../../../preload/contract/model/journal';
import { vendorOperations } from '../vendor-operations';

interface SilentRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** `operationName` or Bayeux channel; `null` for a request without either. */
  readonly operations: readonly (string | null)[];
}

const get = (path: string): SilentRequest => ({ method: 'GET', path, operations: [null] });

/**
 * Requests that no customer, no agent and none of their indicators can notice: these resources are read, and what they
 * return goes to the caller only. `{}` stands for an id. `docs/silence.md` holds the same table with the reasons.
 */
export const silentRequests: readonly SilentRequest[] = [
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

const silentPatterns = silentRequests.map(({ method, path, operations }) => ({
  method,
  path: new RegExp(`^${path.replaceAll('{}', '[^/]+')}$`),
  operations,
}));

/** Typing, and operations on an agent's channel or the own account. */
const otherNotices: Readonly<Record<string, NoticedBy>> = {
  Monitor: 'noOne',
  CancelSupervisorMonitoring: 'noOne',
  Coach: 'agents',
  SendStartTypingToAgentsNotification: 'agents',
  SendStopTypingToAgentsNotification: 'agents',
  Ready: 'agents',
  NotReady: 'agents',
  StartContactCenterSession: 'agents',
  EndContactCenterSession: 'agents',
  BargeIn: 'everyone',
  SendStartTypingNotification: 'everyone',
  SendStopTypingNotification: 'everyone',
};

/** By operation; whatever is not listed is `unknown`. */
const notices: ReadonlyMap<string, NoticedBy> = new Map([
  ...Object.entries(otherNotices),
  ...Object.values(vendorOperations).flatMap(({ capabilities, noticedBy }) =>
    Object.keys(capabilities).map((operation) => [operation, noticedBy] as const),
  ),
]);

/** Also noticed by those to whom the supervisor is visible in the mode before or after it. */
const noticedByMode: readonly string[] = ['Accept', 'Leave', 'SwitchToMonitor', 'SwitchToCoach'];

export interface NoticedRequest {
  readonly method: string;
  /** Below `/api/v2`, without the query. */
  readonly path: string;
  readonly operation: string | null;
  /** Mode of an intrusion. */
  readonly mode: Mode | null;
}

/** Returns who could notice one request, or one Bayeux message of it. */
export function noticeOf({ method, path, operation, mode }: NoticedRequest): NoticedBy {
  // CometD adds the name of the meta message to the address.
  const resource = path.replace(/^\/notifications\/(?:handshake|connect|disconnect)$/, '/notifications');
  const isSilent = silentPatterns.some(
    (silent) => silent.method === method && silent.path.test(resource) && silent.operations.includes(operation),
  );
  if (isSilent) return 'noOne';
  if (operation === 'Intrude') return mode === null ? 'unknown' : noticedInMode[mode];
  return (operation === null ? undefined : notices.get(operation)) ?? 'unknown';
}

/** Returns whether the supervisor's mode in the chat decides as well who notices this operation. */
export function dependsOnMode(operation: string): boolean {
  return noticedByMode.includes(operation);
}
