import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../../main/base/clock';
import { seededRandom } from '../../../main/practice/chance/seeded-random';
import { createIds } from '../../../main/practice/chance/ids';
import { streamOutbox } from '../../../main/practice/bayeux/stream-outbox';
import { Centre } from '../../../main/practice/contact-centre/centre';
import type { Customer, Person } from '../../../main/practice/contact-centre/model';
import { agentStates, setChatState } from '../../../main/practice/contact-centre/presence';
import { endAllWatches } from '../../../main/practice/contact-centre/supervising';
import { createChatControl, type ChatControl } from '../../../main/practice/control/chat-control';
import { Witness } from '../../../main/practice/control/witness';
import { Director } from '../../../main/practice/life/director';
import { hirePeople } from '../../../main/practice/life/people';
import { installReflexes } from '../../../main/practice/life/reflexes';
import { Parameters } from '../../../main/practice/rest/call';
import { answer } from '../../../main/practice/rest/router';
import { replyWith } from '../../../main/practice/http/reply';
import { admit, CSRF_HEADER, type GateRules } from '../../../main/practice/sign-in/gate';
import { Sessions } from '../../../main/practice/sign-in/sessions';
import { defaultQuirks, type Quirks } from '../../../main/practice/wire/quirks';
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

export interface VirtualFloorOptions {
  readonly clock: Clock;
  readonly seed: number;
  readonly agents?: number;
  readonly quirks?: Partial<Quirks>;
  readonly onAcknowledged?: (userId: string, data: unknown) => void;
}

export const origin = 'https://floor.test';
export const supervisor = { userName: 'supervisor', password: 'practice' };

/**
 * The practice floor's contact centre, REST resources, gate, visibility rules and witness, in process and on a clock of
 * the world's: everything it does for real but the sockets, and the stream by `VirtualBayeux`.
 */
export class VirtualFloor {
  readonly centre: Centre;
  readonly witness = new Witness();
  readonly bayeux: VirtualBayeux;
  readonly sessions: Sessions;
  readonly control: ChatControl;
  readonly quirks: Quirks;
  /** Operations that were carried out, by name and chat or agent, in order. */
  readonly carriedOut: {
    readonly operation: string;
    readonly path: string;
    readonly body: Readonly<Record<string, unknown>>;
  }[] = [];
  credentialAttempts = 0;
  readonly #gate: GateRules;

  constructor({ clock, seed, agents = 5, quirks = {}, onAcknowledged = () => undefined }: VirtualFloorOptions) {
    const random = seededRandom(seed);
    const ids = createIds(random);
    this.quirks = { ...defaultQuirks, ...quirks };
    const hasAcknowledgements = this.quirks.acknowledgements;
    this.bayeux = new VirtualBayeux({
      clock,
      holdMs: 30_000,
      maxIntervalMs: 10_000,
      hasAcknowledgements,
      onAcknowledged,
    });
    const outbox = streamOutbox({
      deliver: (userId, channel, content) => {
        this.bayeux.deliver(userId, channel, content);
      },
      isListening: (userId) => this.bayeux.isListening(userId),
      dialect: () => this.dialect,
      witness: this.witness,
      centre: () => this.centre,
    });
    this.centre = new Centre({ clock, ids, outbox }, hirePeople(agents, ids, random));
    this.sessions = new Sessions({
      idleMs: 1_800_000,
      monotonicMs: () => clock.monotonicMs(),
      onSignedOut: (person) => {
        endAllWatches(this.centre, person.id);
      },
      onEnded: (session) => {
        this.bayeux.disconnect(({ httpSessionId }) => httpSessionId === session.id);
      },
    });
    const personByUserName = (userName: string): Person | null => this.centre.personByUserName(userName);
    this.#gate = { sessions: this.sessions, quirks: () => this.quirks, personByUserName };
    const nicknameFor = ({ firstName, lastName }: Customer): string => `${firstName} ${lastName}`.trim();
    const unattended = new Set<string>();
    const director = new Director({ centre: this.centre, clock, random, nicknameFor });
    this.control = createChatControl({ centre: this.centre, director, witness: this.witness, unattended, nicknameFor });
    installReflexes({ centre: this.centre, clock, random, unattended });
    for (const agent of this.agents) {
      agent.isLoggedIn = true;
      setChatState(this.centre, agent, agentStates.ready);
    }
  }

  get dialect(): { readonly quirks: Quirks; readonly origin: string } {
    return { quirks: this.quirks, origin };
  }

  get agents(): readonly Person[] {
    return [...this.centre.people.values()].filter((person) => !person.isSupervisor);
  }

  get supervisor(): Person {
    const person = this.centre.personByUserName(supervisor.userName);
    if (person === null) throw new Error('the cast always has its supervisor');
    return person;
  }

  /** Answers as the practice floor's front door does. */
  async receive(request: WireRequest, hungUp: AbortSignal): Promise<WireAnswer> {
    const url = new URL(`/api/v2${request.path}`, origin);
    const path = url.pathname.slice('/api/v2'.length);
    if (path === '/diagnostics/version') return json(200, { statusCode: 0, version: '8.5.202.96' });
    if (request.headers['authorization'] !== undefined) this.credentialAttempts += 1;
    const admission = admit(
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
    const { centre, sessions, dialect } = this;
    const result = answer(path, {
      method: request.method,
      query: url.searchParams,
      parameters: new Parameters(parameters),
      person: session.person,
      ...{ session, sessions, centre, dialect },
    });
    const operation = parameters['operationName'];
    if (result.statusCode === 0 && typeof operation === 'string')
      this.carriedOut.push({ operation, path, body: parameters });
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
