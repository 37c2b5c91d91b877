import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../../main/base/clock';
import type { CentreState } from '../../../main/practice/contact-centre/centre-state';
import type { Person } from '../../../main/practice/contact-centre/model';
import { replyWith } from '../../../main/practice/http/reply';
import { Parameters } from '../../../main/practice/contact-centre/parameters';
import { routeRequest } from '../../../main/practice/rest/router';
import { authenticate, CSRF_HEADER, type AuthOptions } from '../../../main/practice/sign-in/authentication';
import { Sessions } from '../../../main/practice/sign-in/sessions';
import type { Quirks } from '../../../main/practice/wire/quirks';
import { VirtualBayeux, type BayeuxMessage } from './virtual-bayeux';

export interface WireRequest {
  readonly method: string;
  /** Below `/api/v2`, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface CarriedOut {
  readonly operation: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface VirtualDoorOptions {
  readonly origin: string;
  readonly clock: Clock;
  readonly centre: () => CentreState;
  readonly quirks: Quirks;
  readonly onAcknowledged: (userId: string, data: unknown) => void;
  readonly onReceived: (request: WireRequest) => void;
  readonly onCarriedOut: (done: CarriedOut) => void;
  /** The last session of this user at this address ended. */
  readonly onSignedOut: (person: Person) => void;
}

/**
 * One address of the practice server: its own sessions, stream and authentication, with a contact centre that it may share with others,
 * like the nodes of a cluster.
 */
export class VirtualEndpoint {
  readonly origin: string;
  readonly bayeux: VirtualBayeux;
  readonly sessions: Sessions;
  credentialAttempts = 0;
  /** True while the address is unreachable. */
  isAway = false;
  readonly #options: VirtualDoorOptions;
  readonly #gate: AuthOptions;

  constructor(options: VirtualDoorOptions) {
    const { clock, quirks, onAcknowledged, onSignedOut, centre } = options;
    this.#options = options;
    this.origin = options.origin;
    this.bayeux = new VirtualBayeux({
      clock,
      holdMs: 30_000,
      maxIntervalMs: 10_000,
      name: new URL(options.origin).hostname,
      hasAcknowledgements: quirks.acknowledgements,
      onAcknowledged,
    });
    this.sessions = new Sessions({
      idleMs: 1_800_000,
      monotonicMs: () => clock.monotonicMs(),
      onSignedOut,
      onEnded: (session) => {
        this.bayeux.disconnect(({ httpSessionId }) => httpSessionId === session.id);
      },
    });
    const personByUserName = (userName: string): Person | null => centre().personByUserName(userName);
    this.#gate = { sessions: this.sessions, quirks: () => quirks, personByUserName };
  }

  knows(person: Person): boolean {
    return this.sessions.all().some((session) => session.person === person);
  }

  /** Responds like the practice server's request handler. */
  async receive(request: WireRequest, hungUp: AbortSignal): Promise<WireAnswer> {
    const { origin, quirks, onReceived, onCarriedOut } = this.#options;
    onReceived(request);
    const url = new URL(`/api/v2${request.path}`, origin);
    const path = url.pathname.slice('/api/v2'.length);
    if (path === '/diagnostics/version') return json(200, { statusCode: 0, version: '8.5.202.96' });
    if (request.headers['authorization'] !== undefined) this.credentialAttempts += 1;
    const admission = authenticate(
      { method: request.method, headers: request.headers } as unknown as IncomingMessage,
      this.#gate,
    );
    if (!admission.isAdmitted) return json(admission.status, admission.body);
    const { session } = admission;
    const body: unknown = request.body === null ? null : JSON.parse(request.body);
    if (path === '/notifications' || path.startsWith('/notifications/')) {
      const from = { userId: session.person.id, httpSessionId: session.id };
      return json(200, await this.bayeux.answer(body as readonly BayeuxMessage[], from, hungUp));
    }
    const parameters = (body ?? {}) as Readonly<Record<string, unknown>>;
    const result = routeRequest(path, {
      method: request.method,
      query: url.searchParams,
      parameters: new Parameters(parameters),
      person: session.person,
      session,
      sessions: this.sessions,
      centre: this.#options.centre(),
      dialect: { quirks, origin },
    });
    const operation = parameters['operationName'];
    if (result.statusCode === 0 && typeof operation === 'string') onCarriedOut({ operation, path, body: parameters });
    const reply = replyWith(result);
    return json(reply.status, reply.body, {
      'x-csrf-header': CSRF_HEADER,
      [CSRF_HEADER.toLowerCase()]: session.csrfToken,
      ...(admission.isNew ? { 'set-cookie': `JSESSIONID=${session.id}` } : {}),
    });
  }
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): WireAnswer {
  return { status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) };
}
