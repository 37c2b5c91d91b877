import {
  HttpFailure,
  type Http,
  type HttpFailureKind,
  type HttpRequest,
  type HttpResponse,
  type SignInPageEnd,
  type SignInPageRequest,
} from '../../../main/gws/http-port';
import { ownField } from '../../../main/base/record';
import type { VirtualClock } from '../virtual-clock';
import { FakeBayeux, type BayeuxMessage } from './fake-bayeux';
import type { FakeLoginPage } from './fake-login-page';

export interface FakeAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What befalls one request instead of, or after, its normal treatment. */
export type Fault =
  | { readonly answer: FakeAnswer }
  | { readonly failure: HttpFailureKind; readonly isCertainlyNotSent?: boolean; readonly isExecuted?: boolean }
  | { readonly hang: true };

interface Trap {
  readonly matches: (request: HttpRequest) => boolean;
  readonly fault: Fault;
  left: number;
}

/** A request as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly operation: string | null;
  readonly authorization: string | null;
  readonly token: string | null;
  readonly wasExecuted: boolean;
}

/**
 * A server of the vendor's kind, in memory and on a virtual clock, with the cookie jar of the one client it has: sign-in,
 * cookie session, CSRF, own chats, directory, and a stream. It keeps state and a record; faults are set as traps.
 *
 * The practice floor is the simulated contact centre. This stays because the tests of one exchange need responses that
 * no contact centre gives, one at a time, without a socket.
 */
export class FakeGws implements Http {
  readonly bayeux: FakeBayeux;
  readonly seen: SeenRequest[] = [];
  password = 'secret';
  user: Record<string, unknown> = {
    id: 'u1',
    userName: 'sam',
    firstName: 'Sam',
    lastName: 'Vimes',
    roles: ['ROLE_SUPERVISOR'],
  };
  chats: unknown[] | null = [];
  transcripts: Record<string, unknown[]> | null = {};
  contacts: unknown[] = [];
  agentChats: Record<string, unknown[]> | null = null;
  /** Which reads of users carry their chats. */
  embedsChats: 'nowhere' | 'inUsers' | 'inLists' = 'nowhere';
  keepsCookies = true;
  /** None by itself: there is no line to a server in memory. */
  closeIdleConnections?: () => Promise<void>;
  usesCsrf = true;
  isForgotten = false;
  /** Stands before everything else, if there is one. */
  loginPage: FakeLoginPage | null = null;
  #session: { readonly id: number; token: string } | null = null;
  #cookie: number | null = null;
  #made = 0;
  #traps: Trap[] = [];

  constructor(clock: VirtualClock) {
    this.bayeux = new FakeBayeux(clock);
  }

  trap(path: string | RegExp, fault: Fault, times = 1): void {
    this.trapWhere(
      (request) => (typeof path === 'string' ? pathOf(request).endsWith(path) : path.test(pathOf(request))),
      fault,
      times,
    );
  }

  trapOperation(operation: string, fault: Fault, times = 1): void {
    this.trapWhere((request) => operationOf(request) === operation, fault, times);
  }

  trapWhere(matches: Trap['matches'], fault: Fault, times = 1): void {
    this.#traps.push({ matches, fault, left: times });
  }

  clearTraps(): void {
    this.#traps = [];
  }

  /** The HTTP session is gone; its cookie is worth nothing. */
  expireSession(): void {
    this.#session = null;
  }

  expireToken(): void {
    if (this.#session !== null) this.#session.token = `token-${(this.#made += 1)}`;
  }

  count(operation: string): number {
    return this.seen.filter((request) => request.operation === operation && request.wasExecuted).length;
  }

  /** How often the stream polled, answered or not. */
  pollCount(): number {
    return this.seen.filter(({ operation }) => operation === '/meta/connect').length;
  }

  credentialAttempts(): number {
    return this.seen.filter((request) => request.authorization !== null).length;
  }

  forget(): Promise<void> {
    this.#cookie = null;
    this.isForgotten = true;
    this.loginPage?.finish({ kind: 'givenUp' });
    return Promise.resolve();
  }

  /** Who signed in on the page has a session of the server. */
  async signInOnPage(request: SignInPageRequest): Promise<SignInPageEnd> {
    const end: SignInPageEnd = (await this.loginPage?.open(request)) ?? { kind: 'notOffered' };
    if (end.kind === 'signedIn') this.#openSession();
    return end;
  }

  /** Only the cookies of the session name who signs out. */
  signOutOnPage(): Promise<void> {
    if (!this.isForgotten) this.loginPage?.signOut();
    return Promise.resolve();
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    const trap = this.#traps.find((candidate) => candidate.left > 0 && candidate.matches(request));
    if (trap !== undefined) trap.left -= 1;
    const fault = trap?.fault ?? null;
    if (fault !== null && 'failure' in fault && fault.isExecuted === true) await this.#treat(request);
    else if (fault !== null) this.#note(request, false);
    if (fault === null) return answered(await this.#treat(request));
    if ('answer' in fault) return answered(fault.answer);
    if ('hang' in fault) return untilAborted(request);
    throw new HttpFailure(fault.failure, fault.isCertainlyNotSent ?? false);
  }

  async #treat(request: HttpRequest): Promise<FakeAnswer> {
    const path = pathOf(request);
    if (this.loginPage?.stops(path) === true) {
      this.#note(request, false);
      return this.loginPage.answer();
    }
    if (path === '/diagnostics/version') {
      this.#note(request, true);
      return { body: { statusCode: 0, version: '8.5.200.50' } };
    }
    const refusal = this.#admit(request);
    this.#note(request, refusal === null);
    if (refusal !== null) return refusal;
    if (path.startsWith('/notifications')) return this.#stream(request);
    return { headers: this.#tokenHeaders(), body: this.#rest(request, path) };
  }

  #admit(request: HttpRequest): FakeAnswer | null {
    const denied = { status: 401, body: { statusCode: 20, statusMessage: 'Access denied' } };
    const authorization = request.headers['Authorization'];
    if (authorization !== undefined) {
      if (authorization !== `Basic ${Buffer.from(`sam:${this.password}`).toString('base64')}`) return denied;
      if (this.keepsCookies && (this.#session === null || this.#session.id !== this.#cookie)) this.#openSession();
      return null;
    }
    if (this.#session === null || this.#session.id !== this.#cookie) return denied;
    if (request.method === 'GET' || !this.usesCsrf || request.headers['X-CSRF-TOKEN'] === this.#session.token)
      return null;
    return { status: 403, body: 'Missing or invalid Csrf token' };
  }

  #openSession(): void {
    this.#session = { id: (this.#made += 1), token: `token-${this.#made}` };
    this.#cookie = this.#session.id;
  }

  #tokenHeaders(): Readonly<Record<string, string>> {
    return this.usesCsrf && this.#session !== null
      ? { 'x-csrf-header': 'X-CSRF-TOKEN', 'x-csrf-token': this.#session.token }
      : {};
  }

  #rest(request: HttpRequest, path: string): unknown {
    if (request.method === 'POST') {
      if (operationOf(request) === 'EndContactCenterSession') this.#session = null;
      return { statusCode: 0 };
    }
    if (path.startsWith('/me?') || path === '/me') {
      const children = path === '/me?subresources=*' && this.chats !== null ? { chats: this.chats } : {};
      return { statusCode: 0, user: { ...this.user, ...children } };
    }
    const transcript = /^\/me\/chats\/([^/]+)\/messages/.exec(path);
    if (transcript !== null) return this.#listOr404('messages', this.transcripts?.[transcript[1] ?? '']);
    if (path.startsWith('/me/chats')) return { statusCode: 0, chats: this.chats ?? [] };
    if (path.startsWith('/contacts')) return this.#contactsPage(path);
    const agent = /^\/users\/([^/]+)\/chats/.exec(path);
    if (agent !== null) return this.#listOr404('chats', this.agentChats?.[agent[1] ?? '']);
    if (path.startsWith('/users?')) return this.#usersPage(path);
    const user = /^\/users\/([^/?]+)\?/.exec(path);
    if (user !== null) return { statusCode: 0, user: this.#user(user[1] ?? '', this.embedsChats !== 'nowhere') };
    return { statusCode: 6, statusMessage: 'Resource not found' };
  }

  #user(id: string, isEmbedded: boolean): Record<string, unknown> {
    return { id, ...(isEmbedded ? { chats: this.agentChats?.[id] ?? [] } : {}) };
  }

  #usersPage(path: string): unknown {
    const query = new URLSearchParams(path.slice(path.indexOf('?')));
    const offset = Number(query.get('offset'));
    const ids = this.contacts.flatMap((contact) => {
      const id = ownField(contact, 'id');
      return typeof id === 'string' ? [id] : [];
    });
    const shown = ids.slice(offset, offset + Number(query.get('limit')));
    return { statusCode: 0, users: shown.map((id) => this.#user(id, this.embedsChats === 'inLists')) };
  }

  #listOr404(name: string, list: unknown[] | undefined): unknown {
    return list === undefined
      ? { statusCode: 6, statusMessage: 'Resource not found' }
      : { statusCode: 0, [name]: list };
  }

  #contactsPage(path: string): unknown {
    const query = new URLSearchParams(path.slice(path.indexOf('?')));
    const offset = Number(query.get('offset'));
    return {
      statusCode: 0,
      totalCount: this.contacts.length,
      contacts: this.contacts.slice(offset, offset + Number(query.get('limit'))),
    };
  }

  async #stream(request: HttpRequest): Promise<FakeAnswer> {
    const messages = JSON.parse(request.body ?? '[]') as BayeuxMessage[];
    return { body: await this.bayeux.answer(messages, request.signal) };
  }

  #note(request: HttpRequest, wasExecuted: boolean): void {
    this.seen.push({
      method: request.method,
      path: pathOf(request),
      operation: operationOf(request),
      authorization: request.headers['Authorization'] ?? null,
      token: request.headers['X-CSRF-TOKEN'] ?? null,
      wasExecuted,
    });
  }
}

function pathOf(request: HttpRequest): string {
  const url = new URL(request.url);
  return url.pathname.replace(/^\/api\/v2/, '') + url.search;
}

/** The operation's name, or the channel of a request on the stream. */
export function operationOf(request: HttpRequest): string | null {
  if (request.body === null) return null;
  const body = JSON.parse(request.body) as { operationName?: string } | { channel?: string }[];
  return (Array.isArray(body) ? body[0]?.channel : body.operationName) ?? null;
}

function answered({ status = 200, body = '', headers = {} }: FakeAnswer): HttpResponse {
  return {
    status,
    header: (name) => headers[name.toLowerCase()] ?? null,
    text: () => Promise.resolve(typeof body === 'string' ? body : JSON.stringify(body)),
  };
}

/** A line on which nothing comes any more. */
export function untilAborted(request: HttpRequest): Promise<never> {
  return new Promise((_resolve, reject) => {
    request.signal?.addEventListener('abort', () => reject(new HttpFailure('aborted', false)));
  });
}
