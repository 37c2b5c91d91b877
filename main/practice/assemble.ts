import type { Random } from '../base/random';
import type { Clock } from '../base/clock';
import { Stream } from './bayeux/stream';
import { streamOutbox } from './bayeux/stream-outbox';
import { createIds } from './chance/ids';
import { CentreState } from './contact-centre/centre-state';
import type { Customer } from './contact-centre/model';
import { endAllWatches } from './contact-centre/supervising';
import { createChatControl } from './control/chat-control';
import { createControlRoutes } from './control/control-http';
import type { PracticeControl } from './control/practice-control';
import { createServerControl } from './control/server-control';
import { DeliveryLog } from './control/delivery-log';
import { faultyDelivery, type Deliver } from './faults/deliveries';
import { FaultRegistry } from './faults/rules';
import type { PracticeServerOptions } from './floor-options';
import { practiceDefaults } from './floor-options';
import { PracticeHttpServer } from './http/practice-http-server';
import { createRequestHandler } from './http/request-handler';
import { RequestLog } from './http/request-log';
import { ChatSimulator } from './simulation/chat-simulator';
import { createPeople } from './simulation/people';
import { Sessions } from './sign-in/sessions';
import type { SimulatedClock } from './time/simulated-clock';
import type { WireFormat } from './wire/wire-format';
import type { Quirks } from './wire/quirks';

export interface ServerDependencies {
  readonly base: Clock;
  readonly clock: SimulatedClock;
  readonly random: Random;
  readonly quirks: { current: Quirks };
}

interface Post {
  readonly stream: Stream;
  readonly faults: FaultRegistry;
  readonly deliveryLog: DeliveryLog;
  readonly dialect: () => WireFormat;
  readonly happened: { events: number; notifications: number };
}

function openStream(options: PracticeServerOptions, quirks: Quirks): Stream {
  return new Stream({
    timeoutMs: options.pollTimeoutMs ?? 30_000,
    maxIntervalMs: options.pollMaxIntervalMs ?? 10_000,
    intervalMs: options.pollIntervalMs ?? 0,
    hasAcknowledgements: quirks.acknowledgements,
  });
}

function openCentre(
  options: PracticeServerOptions,
  { base, clock, random }: ServerDependencies,
  post: Post,
): CentreState {
  const { stream, faults, deliveryLog, dialect, happened } = post;
  const ids = createIds(random);
  const people = createPeople(Math.max(1, options.agents ?? practiceDefaults.agents), ids, random);
  const send = (userId: string, channel: string, content: unknown): void => {
    stream.deliver(userId, channel, content);
  };
  const faulty = faultyDelivery(send, faults, base);
  const deliver: Deliver = (...news) => {
    happened.notifications += 1;
    faulty(...news);
  };
  const isListening = (userId: string): boolean => stream.isListening(userId);
  const outbox = streamOutbox({ deliver, isListening, dialect, deliveryLog, centre: () => centre });
  const centre: CentreState = new CentreState({ clock, ids, outbox }, people);
  centre.onLogged((_chat, { from }) => {
    if (from.role !== 'supervisor') happened.events += 1;
  });
  return centre;
}

function openSessions(options: PracticeServerOptions, base: Clock, centre: CentreState, stream: Stream): Sessions {
  return new Sessions({
    idleMs: options.sessionIdleMs ?? 1_800_000,
    monotonicMs: () => base.monotonicMs(),
    onSignedOut: (person) => {
      endAllWatches(centre, person.id);
    },
    onEnded: (session) => {
      stream.disconnectHttpSession(session.id);
    },
  });
}

function nicknames(quirks: { current: Quirks }): (customer: Customer) => string {
  return ({ firstName, lastName }) =>
    [firstName, lastName].filter((name) => name !== '').join(quirks.current.nicknameConcatenated ? '' : ' ');
}

/** Assembles one server. Nothing runs yet and no port is open. */
export function assemble(options: PracticeServerOptions, ground: ServerDependencies) {
  const { base, clock, random, quirks } = ground;
  const [faults, requests, deliveryLog] = [new FaultRegistry(), new RequestLog(), new DeliveryLog()];
  const happened = { events: 0, notifications: 0 };
  const stream = openStream(options, quirks.current);
  const dialect = (): WireFormat => ({ quirks: quirks.current, origin: http.url });
  const centre = openCentre(options, ground, { stream, faults, deliveryLog, dialect, happened });
  const sessions = openSessions(options, base, centre, stream);
  const nicknameFor = nicknames(quirks);
  const unattended = new Set<string>();
  const director = new ChatSimulator({ centre, clock, random, nicknameFor });
  const personByUserName = (userName: string) => centre.personByUserName(userName);
  const gate = { sessions, quirks: () => quirks.current, personByUserName };
  const token = options.controlToken ?? null;
  const http: PracticeHttpServer = new PracticeHttpServer(
    createRequestHandler({
      ...{ centre, gate, stream, faults, requests, dialect },
      clock: base,
      control: token === null ? null : (...visit) => routes(...visit),
    }),
    base,
  );
  const control: PracticeControl = {
    ...createChatControl({ centre, director, deliveryLog, unattended, nicknameFor }),
    ...createServerControl({ centre, director, clock, sessions, stream, faults, requests, http, quirks, happened }),
  };
  const routes = createControlRoutes(control, token ?? '', base);
  return { centre, stream, director, http, control, unattended };
}
