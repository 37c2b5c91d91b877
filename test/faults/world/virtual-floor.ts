import type { Clock } from '../../../main/base/clock';
import { seededRandom } from '../../../main/practice/chance/seeded-random';
import { createIds } from '../../../main/practice/chance/ids';
import { streamOutbox } from '../../../main/practice/bayeux/stream-outbox';
import { CentreState } from '../../../main/practice/contact-centre/centre-state';
import type { Customer, Person } from '../../../main/practice/contact-centre/model';
import { agentStates, setState } from '../../../main/practice/contact-centre/presence';
import { endAllWatches } from '../../../main/practice/contact-centre/supervising';
import { createChatControl, type ChatControl } from '../../../main/practice/control/chat-control';
import { DeliveryLog } from '../../../main/practice/control/delivery-log';
import { ChatSimulator } from '../../../main/practice/simulation/chat-simulator';
import { createPeople } from '../../../main/practice/simulation/people';
import { installAutoAgents } from '../../../main/practice/simulation/reflexes';
import type { Sessions } from '../../../main/practice/sign-in/sessions';
import { defaultQuirks, type Quirks } from '../../../main/practice/wire/quirks';
import type { VirtualBayeux } from './virtual-bayeux';
import { VirtualEndpoint, type CarriedOut, type WireAnswer, type WireRequest } from './virtual-endpoint';

export interface VirtualFloorOptions {
  readonly clock: Clock;
  readonly seed: number;
  readonly agents?: number;
  readonly quirks?: Partial<Quirks>;
  readonly onAcknowledged?: (userId: string, data: unknown) => void;
  readonly hasTwoAddresses?: boolean;
  /** Called with every request before it is carried out. */
  readonly onReceived?: (request: WireRequest) => void;
  /** Nothing is sent over the stream. */
  readonly isSilent?: boolean;
}

export const origin = 'https://floor.test';
/** The other address of a floor with two. */
export const otherOrigin = 'https://floor-two.test';
export const supervisor = { userName: 'supervisor', password: 'practice' };

/**
 * The practice server's contact centre, REST resources, authentication, visibility rules and delivery log, in process and on the world's
 * clock. Everything is real except the sockets and the stream (`VirtualBayeux`).
 */
export class VirtualFloor {
  readonly centre: CentreState;
  readonly deliveryLog = new DeliveryLog();
  /** One per address, in the order of the profile. */
  readonly doors: readonly [VirtualEndpoint, ...VirtualEndpoint[]];
  readonly control: ChatControl;
  /** Runs the scenarios once it gets a load. */
  readonly director: ChatSimulator;
  readonly quirks: Quirks;
  /** Executed operations with chat or agent, in order. */
  readonly carriedOut: CarriedOut[] = [];

  constructor(options: VirtualFloorOptions) {
    const { clock, seed, agents = 5, quirks = {}, onAcknowledged = () => undefined, hasTwoAddresses = false } = options;
    const random = seededRandom(seed);
    const ids = createIds(random);
    this.quirks = { ...defaultQuirks, ...quirks };
    const openDoor = (at: string): VirtualEndpoint =>
      new VirtualEndpoint({
        origin: at,
        clock,
        centre: () => this.centre,
        quirks: this.quirks,
        onAcknowledged,
        onReceived: options.onReceived ?? (() => undefined),
        onCarriedOut: (done) => this.carriedOut.push(done),
        onSignedOut: (person) => {
          if (!this.doors.some((door) => door.knows(person))) endAllWatches(this.centre, person.id);
        },
      });
    this.doors = hasTwoAddresses ? [openDoor(origin), openDoor(otherOrigin)] : [openDoor(origin)];
    const outbox = streamOutbox({
      deliver: (userId, channel, content) => {
        if (options.isSilent !== true) for (const { bayeux } of this.doors) bayeux.deliver(userId, channel, content);
      },
      isListening: (userId) => this.doors.some(({ bayeux }) => bayeux.isListening(userId)),
      dialect: () => this.dialect,
      deliveryLog: this.deliveryLog,
      centre: () => this.centre,
    });
    this.centre = new CentreState({ clock, ids, outbox }, createPeople(agents, ids, random));
    const nicknameFor = ({ firstName, lastName }: Customer): string => `${firstName} ${lastName}`.trim();
    const unattended = new Set<string>();
    this.director = new ChatSimulator({ centre: this.centre, clock, random, nicknameFor });
    const { director } = this;
    this.control = createChatControl({
      centre: this.centre,
      director,
      deliveryLog: this.deliveryLog,
      unattended,
      nicknameFor,
    });
    installAutoAgents({ centre: this.centre, clock, random, unattended });
    for (const agent of this.agents) {
      agent.isLoggedIn = true;
      setState(this.centre, agent, ['chat'], agentStates.ready);
    }
  }

  get bayeux(): VirtualBayeux {
    return this.doors[0].bayeux;
  }

  get sessions(): Sessions {
    return this.doors[0].sessions;
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

  doorAt(url: string): VirtualEndpoint {
    return this.doors.find((door) => url.startsWith(`${door.origin}/`)) ?? this.doors[0];
  }

  /** For callers that know the first address only. */
  receive(request: WireRequest, hungUp: AbortSignal): Promise<WireAnswer> {
    return this.doors[0].receive(request, hungUp);
  }
}
