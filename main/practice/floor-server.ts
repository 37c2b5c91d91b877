import type { Random } from '../base/chance';
import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import { Stream } from './bayeux/stream';
import { streamOutbox } from './bayeux/stream-outbox';
import { createIds } from './chance/ids';
import { seededRandom } from './chance/seeded-random';
import { Centre } from './contact-centre/centre';
import { endAllWatches } from './contact-centre/supervising';
import { createChatControl } from './control/chat-control';
import { createControlRoutes } from './control/control-http';
import type { PracticeControl } from './control/practice-control';
import { createServerControl } from './control/server-control';
import { Witness } from './control/witness';
import { faultyDelivery } from './faults/deliveries';
import { FaultBook } from './faults/rules';
import { FloorHttp } from './http/floor-http';
import { createFrontDoor } from './http/front-door';
import { RequestLog } from './http/request-log';
import { Director } from './life/director';
import { hirePeople } from './life/people';
import { installReflexes } from './life/reflexes';
import { Sessions } from './sign-in/sessions';
import { FloorClock } from './time/floor-clock';
import type { Quirks } from './wire/quirks';
import { defaultQuirks } from './wire/quirks';

export interface PracticeFloorOptions {
  /** 0 (the default): any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly agents?: number;
  /** Conversations kept going. */
  readonly chats?: number;
  /** Scripted events per second over the whole floor; 0: nothing happens by itself. */
  readonly rate?: number;
  readonly seed?: number;
  /** How many times faster than real time the floor's clock runs; 0: only `control.advance` moves it. */
  readonly timeScale?: number;
  readonly quirks?: Partial<Quirks>;
  /** Opens the control interface over HTTP to whoever sends this token in `X-Practice-Token`, from this machine only. */
  readonly controlToken?: string | null;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly sessionIdleMs?: number;
  /** How long a poll is held. */
  readonly pollTimeoutMs?: number;
  /** How long the server remembers a stream session that does not poll. */
  readonly pollMaxIntervalMs?: number;
  /** How long clients are advised to wait between two polls. */
  readonly pollIntervalMs?: number;
}

export interface PracticeFloor {
  readonly url: string;
  readonly control: PracticeControl;
  /** Resolves when the port is free again. */
  stop(): Promise<void>;
}

export const practiceDefaults = { agents: 12, chats: 8, rate: 1, seed: 1, timeScale: 1 } as const;

/** Opens a contact centre on loopback: people hired, conversations under way, doors open. */
export async function startPracticeFloor(options: PracticeFloorOptions = {}): Promise<PracticeFloor> {
  const base = options.clock ?? systemClock;
  const clock = new FloorClock(base, options.timeScale ?? practiceDefaults.timeScale);
  const seed = options.seed ?? practiceDefaults.seed;
  const random = options.random ?? seededRandom(seed);
  const quirks = { current: { ...defaultQuirks, ...options.quirks } };
  const parts = assemble(options, { base, clock, random, quirks });
  installReflexes({ centre: parts.centre, clock, random, unattended: parts.unattended });
  await parts.http.open(options.port ?? 0, options.host ?? '127.0.0.1');
  parts.director.open({
    chats: options.chats ?? practiceDefaults.chats,
    rate: options.rate ?? practiceDefaults.rate,
  });
  return {
    url: parts.http.url,
    control: parts.control,
    stop: async () => {
      clock.stop();
      parts.stream.close();
      await parts.http.close();
    },
  };
}

interface Ground {
  readonly base: Clock;
  readonly clock: FloorClock;
  readonly random: Random;
  readonly quirks: { current: Quirks };
}

function assemble(options: PracticeFloorOptions, ground: Ground) {
  const { base, clock, random, quirks } = ground;
  const ids = createIds(random);
  const people = hirePeople(Math.max(1, options.agents ?? practiceDefaults.agents), ids, random);
  const stream = new Stream({
    timeoutMs: options.pollTimeoutMs ?? 30_000,
    maxIntervalMs: options.pollMaxIntervalMs ?? 10_000,
    intervalMs: options.pollIntervalMs ?? 0,
    hasAcknowledgements: quirks.current.acknowledgements,
  });
  const faults = new FaultBook();
  const requests = new RequestLog();
  const witness = new Witness();
  const unattended = new Set<string>();
  const dialect = () => ({ quirks: quirks.current, origin: http.url });
  const deliver = faultyDelivery(
    (userId, channel, content) => {
      stream.deliver(userId, channel, content);
    },
    faults,
    base,
  );
  const centre: Centre = new Centre(
    { clock, ids, outbox: streamOutbox(deliver, dialect, witness, () => centre) },
    people,
  );
  const sessions = new Sessions({
    idleMs: options.sessionIdleMs ?? 1_800_000,
    monotonicMs: () => base.monotonicMs(),
    onSignedOut: (person) => {
      endAllWatches(centre, person.id);
    },
    onEnded: (session) => {
      stream.disconnectHttpSession(session.id);
    },
  });
  const nicknameFor = (customer: { firstName: string; lastName: string }): string =>
    [customer.firstName, customer.lastName]
      .filter((name) => name !== '')
      .join(quirks.current.nicknameConcatenated ? '' : ' ');
  const director = new Director({ centre, clock, random, nicknameFor });
  const gate = {
    sessions,
    quirks: () => quirks.current,
    personByUserName: (name: string) => centre.personByUserName(name),
  };
  const http: FloorHttp = new FloorHttp(
    createFrontDoor({
      centre,
      gate,
      stream: () => stream,
      faults,
      requests,
      dialect,
      clock: base,
      control: options.controlToken == null ? null : (...visit) => controlRoutes(...visit),
    }),
    base,
  );
  const control: PracticeControl = {
    ...createChatControl({ centre, director, witness, unattended, nicknameFor }),
    ...createServerControl({ centre, director, clock, sessions, stream, faults, requests, http, quirks }),
  };
  const controlRoutes = createControlRoutes(control, options.controlToken ?? '', base);
  return { centre, stream, director, http, control, unattended };
}
