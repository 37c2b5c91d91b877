import type { Http } from '../../../main/gws/http-port';
import type { Quirks } from '../../../main/practice/wire/quirks';
import { Chance } from './chance';
import { ConsoleUnderTest } from './console-under-test';
import type { ExchangeFault, ExchangeFaultKind, Step } from './exchange-faults';
import { FaultyHttp, type NetworkConditions } from './faulty-http';
import { AddressSecrets } from './address-secrets';
import { SimClock } from './sim-clock';
import type { VirtualEndpoint, WireRequest } from './virtual-endpoint';
import { otherOrigin, VirtualFloor } from './virtual-floor';

const freshnessLimitMs = 15_000;
/** Milliseconds. A frozen process detects nothing before its first timer. */
const awakeningMs = 1_500;

interface Storm {
  readonly kind: ExchangeFaultKind;
  readonly steps: readonly Step[] | null;
  readonly until: number;
  left: number;
}

/** Messages that a console acknowledged since its last sign-in. */
export interface Received {
  readonly lines: Map<string, Set<number>>;
  readonly chats: Set<string>;
}

/** Observes both ends of the wire. */
export interface WireObserver {
  /** Wraps the console's end. */
  readonly wrapHttp?: (http: Http) => Http;
  /** Receives what arrives at the server's end. */
  readonly onReceived?: (request: WireRequest) => void;
}

/** One practice server, one console and network conditions between them, on one simulated clock. */
export class World implements NetworkConditions {
  readonly chance: Chance;
  readonly clock = new SimClock();
  readonly floor: VirtualFloor;
  readonly console: ConsoleUnderTest;
  received: Received = { lines: new Map(), chats: new Set() };
  /** Faults that really applied, by name. */
  readonly struck = new Map<string, number>();
  falseLive = 0;
  isNetworkDown = false;
  /** Moves of the console to another address. */
  moves = 0;
  readonly secrets = new AddressSecrets();
  #storms: Storm[] = [];
  #https: FaultyHttp[] = [];
  #isSigningIn = false;
  #numbers = 0;
  #liveAt: VirtualEndpoint | null = null;

  constructor(seed: number, quirks: Partial<Quirks> = {}, hasTwoAddresses = false, observer: WireObserver = {}) {
    this.chance = new Chance(seed);
    const { clock } = this;
    this.floor = new VirtualFloor({
      clock: clock.server,
      seed: this.chance.below(2 ** 31),
      quirks,
      hasTwoAddresses,
      ...(observer.onReceived === undefined ? {} : { onReceived: observer.onReceived }),
      onAcknowledged: (_userId, data) => this.#noteAcknowledged(data),
    });
    this.console = new ConsoleUnderTest({
      clock,
      random: new Chance(this.chance.below(2 ** 31)).random,
      otherAddresses: hasTwoAddresses ? [otherOrigin] : [],
      openHttp: () => {
        const http = new FaultyHttp({
          clock,
          secrets: this.secrets,
          floor: () => this.floor,
          weather: this,
          latencyMs: () => this.chance.between(2, 60),
        });
        this.#https.push(http);
        return observer.wrapHttp?.(http) ?? http;
      },
    });
    this.console.floorStore.subscribe(() => this.#noteMove());
    clock.afterEach = () => {
      this.#checkLive();
    };
  }

  /** The address in use. */
  get doorInUse(): VirtualEndpoint {
    const { doors } = this.floor;
    const { serverName } = this.console.floorStore.connection;
    return doors.find(({ origin }) => new URL(origin).host === serverName) ?? doors[0];
  }

  get http(): FaultyHttp | undefined {
    return this.#https.at(-1);
  }

  get undercuts(): number {
    return this.#https.reduce((sum, http) => sum + http.undercuts, 0);
  }

  get isSignedIn(): boolean {
    return this.console.floorStore.session.phase === 'signedIn';
  }

  /** Makes every message text of a history unique. */
  nextNumber(): number {
    this.#numbers += 1;
    return this.#numbers;
  }

  strike(step: Step, door: VirtualEndpoint): ExchangeFault | null {
    if (this.isNetworkDown || door.isAway)
      return { does: 'fail', kind: 'unreachable', isCertainlyNotSent: true, isExecuted: false };
    const now = this.clock.trueMs;
    this.#storms = this.#storms.filter((storm) => storm.until > now && storm.left > 0);
    const storm = this.#storms.find(({ steps }) => steps === null || steps.includes(step));
    if (storm === undefined) return null;
    storm.left -= 1;
    this.note(storm.kind.name);
    return storm.kind.make(this.chance, this.clock.server.now());
  }

  brew(
    kind: ExchangeFaultKind,
    storm: { readonly steps: readonly Step[] | null; readonly forMs: number; readonly times: number },
  ): void {
    this.#storms.push({ kind, steps: storm.steps, until: this.clock.trueMs + storm.forMs, left: storm.times });
  }

  note(fault: string): void {
    this.struck.set(fault, (this.struck.get(fault) ?? 0) + 1);
  }

  clearSky(): void {
    this.#storms = [];
    this.isNetworkDown = false;
    for (const door of this.floor.doors) door.isAway = false;
  }

  /** Signs the user in again whenever signed out; does not wait for it. */
  keepSignedIn(): void {
    if (this.#isSigningIn || this.console.floorStore.session.phase !== 'signedOut') return;
    this.#isSigningIn = true;
    this.received = { lines: new Map(), chats: new Set() };
    void this.console.signIn().finally(() => {
      this.#isSigningIn = false;
    });
  }

  #noteMove(): void {
    if (this.console.floorStore.connection.phase !== 'live') return;
    const door = this.doorInUse;
    if (this.#liveAt !== null && this.#liveAt !== door) this.moves += 1;
    this.#liveAt = door;
  }

  #checkLive(): void {
    if (this.clock.isAsleep || this.clock.trueMs - this.clock.wokeAt < awakeningMs) return;
    const last = Math.max(...this.#https.map((http) => http.lastSuccessAt));
    if (this.clock.trueMs - last <= freshnessLimitMs + 100) return;
    if (this.console.floorStore.connection.phase === 'live' || this.console.shown.connection.phase === 'live')
      this.falseLive += 1;
  }

  /** Also receives corrupted messages of a measure: an unreadable one cannot be missed. */
  #noteAcknowledged(data: unknown): void {
    if (!this.isSignedIn) return;
    const chatId = textIn(fieldOf(fieldOf(data, 'chat'), 'id'));
    if (chatId !== null) this.received.chats.add(chatId);
    const spokenIn = textIn(fieldOf(data, 'chatPath'))?.split('/').at(-1);
    const messages = fieldOf(data, 'messages');
    if (spokenIn === undefined || !Array.isArray(messages)) return;
    const lines = this.received.lines.get(spokenIn) ?? new Set<number>();
    for (const message of messages as readonly unknown[]) {
      const index = fieldOf(message, 'index');
      const type = textIn(fieldOf(message, 'type'));
      if (typeof index === 'number' && type?.startsWith('Typing') === false) lines.add(index);
    }
    this.received.lines.set(spokenIn, lines);
  }
}

function fieldOf(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
