import type { Stream } from '../bayeux/stream';
import type { CentreState } from '../contact-centre/centre-state';
import type { Person } from '../contact-centre/model';
import { agentStates, setState } from '../contact-centre/presence';
import type { FaultRegistry } from '../faults/rules';
import type { PracticeHttpServer } from '../http/practice-http-server';
import type { RequestLog } from '../http/request-log';
import type { ChatSimulator } from '../simulation/chat-simulator';
import type { Sessions } from '../sign-in/sessions';
import type { SimulatedClock } from '../time/simulated-clock';
import { everyMedium } from '../wire/media';
import type { Quirks } from '../wire/quirks';
import type { ChatControl } from './chat-control';
import { personNamed } from './chat-control';
import type { Happened, PersonSummary, PracticeControl } from './practice-control';

export interface ServerControlPorts {
  readonly centre: CentreState;
  readonly director: ChatSimulator;
  readonly clock: SimulatedClock;
  readonly sessions: Sessions;
  readonly stream: Stream;
  readonly faults: FaultRegistry;
  readonly requests: RequestLog;
  readonly http: PracticeHttpServer;
  readonly quirks: { current: Quirks };
  readonly happened: Happened;
}

type ServerControl = Omit<PracticeControl, keyof ChatControl>;

function presenceOf(person: Person): PersonSummary['presence'] {
  if (!person.isLoggedIn) return 'loggedOut';
  return person.chatState.state === 'Ready' ? 'ready' : 'notReady';
}

function floorControl(ports: ServerControlPorts) {
  const { centre, director, clock, quirks } = ports;
  return {
    people: () =>
      [...centre.people.values()].map((person) => ({
        id: person.id,
        userName: person.userName,
        name: `${person.firstName} ${person.lastName}`,
        isSupervisor: person.isSupervisor,
        presence: presenceOf(person),
      })),
    setPresence: ({ userName, presence }) => {
      const person = personNamed(centre, userName);
      person.isLoggedIn = presence !== 'loggedOut';
      setState(centre, person, everyMedium, presence === 'ready' ? agentStates.ready : agentStates.notReady);
    },
    watches: () =>
      centre.watches.map(({ supervisorId, agentId, medium, mode, scope, nickname }) => ({
        supervisor: centre.people.get(supervisorId)?.userName ?? supervisorId,
        agent: centre.people.get(agentId)?.userName ?? agentId,
        medium,
        mode,
        scope,
        nickname,
      })),
    happened: () => ({ ...ports.happened }),
    load: () => director.load,
    setLoad: (load) => {
      director.setLoad(load);
    },
    advance: ({ milliseconds }) => {
      clock.advance(milliseconds);
    },
    quirks: () => quirks.current,
    setQuirks: (changed) => {
      quirks.current = { ...quirks.current, ...changed };
    },
  } satisfies Partial<ServerControl>;
}

export function createServerControl(ports: ServerControlPorts): ServerControl {
  const { centre, sessions, stream, faults, requests, http } = ports;
  return {
    ...floorControl(ports),
    requests: () => requests.all(),
    clearRequests: () => {
      requests.clear();
    },
    sessions: () => ({ http: sessions.all().length, stream: stream.sessionCount }),
    injectFault: (rule) => {
      faults.add(rule);
    },
    faults: () => faults.all(),
    clearFaults: () => {
      faults.clear();
    },
    dropConnections: () => {
      http.dropConnections();
    },
    restart: async ({ downMs }) => {
      const reopened = http.reopenAfter(downMs);
      sessions.forgetAll();
      stream.forgetSessions();
      await reopened;
    },
    forgetSessions: () => {
      sessions.forgetAll();
    },
    forgetStream: () => {
      stream.forgetSessions();
    },
    disconnectStream: () => {
      stream.disconnectAll();
    },
    expireCsrf: () => {
      sessions.renewTokens();
    },
    publish: ({ userName, channel, content }) => {
      stream.deliver(personNamed(centre, userName).id, channel, content);
    },
  };
}
