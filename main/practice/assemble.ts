import type { Random } from '../base/chance';
import type { Clock } from '../base/clock';
import { Stream } from './bayeux/stream';
import { streamOutbox } from './bayeux/stream-outbox';
import { createIds } from './chance/ids';
import { Centre } from './contact-centre/centre';
import type { Customer } from './contact-centre/model';
import { endAllWatches } from './contact-centre/supervising';
import { createChatControl } from './control/chat-control';
import { createControlRoutes } from './control/control-http';
import type { PracticeControl } from './control/practice-control';
import { createServerControl } from './control/server-control';
import { Witness } from './control/witness';
import { faultyDelivery, type Deliver } from './faults/deliveries';
import { FaultBook } from './faults/rules';
import type { PracticeFloorOptions } from './floor-options';
import { practiceDefaults } from './floor-options';
import { FloorHttp } from './http/floor-http';
import { createFrontDoor } from './http/front-door';
import { RequestLog } from './http/request-log';
import { Director } from './life/director';
import { hirePeople } from './life/people';
import { Sessions } from './sign-in/sessions';
import type { FloorClock } from './time/floor-clock';
import type { Dialect } from './wire/dialect';
import type { Quirks } from './wire/quirks';

export interface Ground {
  readonly base: Clock;
  readonly clock: FloorClock;
  readonly random: Random;
  readonly quirks: { current: Quirks };
}

interface Post {
  readonly stream: Stream;
  readonly faults: FaultBook;
  readonly witness: Witness;
  readonly dialect: () => Dialect;
  readonly happened: { events: number; notifications: number };
}

function openStream(options: PracticeFloorOptions, quirks: Quirks): Stream {
  return new Stream({
    timeoutMs: options.pollTimeoutMs ?? 30_000,
    maxIntervalMs: options.pollMaxIntervalMs ?? 10_000,
    intervalMs: options.pollIntervalMs ?? 0,
    hasAcknowledgements: quirks.acknowledgements,
  });
}

function openCentre(options: PracticeFloorOptions, { base, clock, random }: Ground, post: Post): Centre {
  const { stream, faults, witness, dialect, happened } = post;
  const ids = createIds(random);
  const people = hirePeople(Math.max(1, options.agents ?? practiceDefaults.agents), ids, random);
  const send = (userId: string, channel: string, content: unknown): void => {
    stream.deliver(userId, channel, content);
  };
  const faulty = faultyDelivery(send, faults, base);
  const deliver: Deliver = (...news) => {
    happened.notifications += 1;
    faulty(...news);
  };
  const isListening = (userId: string): boolean => stream.isListening(userId);
  const outbox = streamOutbox({ deliver, isListening, dialect, witness, centre: () => centre });
  const centre: Centre = new Centre({ clock, ids, outbox }, people);
  centre.onLogged((_chat, { from }) => {
    if (from.role !== 'supervisor') happened.events += 1;
  });
  return centre;
}

function openSessions(options: PracticeFloorOptions, base: Clock, centre: Centre, stream: Stream): Sessions {
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

/** Puts one floor together; nothing runs yet and no port is open. */
export function assemble(options: PracticeFloorOptions, ground: Ground) {
  const { base, clock, random, quirks } = ground;
  const [faults, requests, witness] = [new FaultBook(), new RequestLog(), new Witness()];
  const happened = { events: 0, notifications: 0 };
  const stream = openStream(options, quirks.current);
  const dialect = (): Dialect => ({ quirks: quirks.current, origin: http.url });
  const centre = openCentre(options, ground, { stream, faults, witness, dialect, happened });
  const sessions = openSessions(options, base, centre, stream);
  const nicknameFor = nicknames(quirks);
  const unattended = new Set<string>();
  const director = new Director({ centre, clock, random, nicknameFor });
  const personByUserName = (userName: string) => centre.personByUserName(userName);
  const gate = { sessions, quirks: () => quirks.current, personByUserName };
  const token = options.controlToken ?? null;
  const http: FloorHttp = new FloorHttp(
    createFrontDoor({
      ...{ centre, gate, stream, faults, requests, dialect },
      clock: base,
      control: token === null ? null : (...visit) => routes(...visit),
    }),
    base,
  );
  const control: PracticeControl = {
    ...createChatControl({ centre, director, witness, unattended, nicknameFor }),
    ...createServerControl({ centre, director, clock, sessions, stream, faults, requests, http, quirks, happened }),
  };
  const routes = createControlRoutes(control, token ?? '', base);
  return { centre, stream, director, http, control, unattended };
}
