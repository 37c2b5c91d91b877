import { createLogger } from '../../../main/base/log';
import type { FloorSink } from '../../../main/floor/floor-sink';
import { createGenesys, type Genesys } from '../../../main/gws/genesys';
import { HttpFailure, type Http, type HttpRequest, type HttpResponse } from '../../../main/gws/http-port';
import type { Quirks } from '../../../main/practice/wire/quirks';
import { Chance } from './chance';
import { SimClock } from './sim-clock';
import type { WireAnswer } from './virtual-endpoint';
import { origin, supervisor, VirtualFloor } from './virtual-floor';

/** One request as it left the console. */
export interface Counted {
  readonly at: number;
  readonly method: string;
  /** Below `/api/v2`, with the query. */
  readonly path: string;
  /** When its response arrived; `null` before. */
  answeredAt: number | null;
  status: number;
  /** `Retry-After` of the response. */
  retryAfter: string | null;
}

export interface CountedOptions {
  readonly seed: number;
  readonly agents: number;
  readonly quirks?: Partial<Quirks>;
  /** Response instead of the server's; `null` lets the server respond. */
  readonly refuse?: (request: Counted, clock: SimClock) => WireAnswer | null;
}

/** A console with a virtual floor that records each request. */
export class CountedConsole {
  readonly clock = new SimClock();
  readonly floor: VirtualFloor;
  readonly sent: Counted[] = [];
  readonly genesys: Genesys;
  readonly chance: Chance;
  isLive = false;
  readonly #options: CountedOptions;
  readonly #jar = new Map<string, string>();

  constructor(options: CountedOptions) {
    const { seed, agents, quirks = {} } = options;
    this.#options = options;
    this.chance = new Chance(seed);
    this.floor = new VirtualFloor({ clock: this.clock.server, seed, agents, quirks });
    let ids = 0;
    this.genesys = createGenesys({
      baseUrl: origin,
      nickname: '',
      openHttp: () => this.#http(),
      clock: this.clock.client,
      random: this.chance.random,
      newId: () => `id-${String((ids += 1))}`,
      log: (scope) => createLogger(scope, () => undefined),
      sink: this.#sink(),
    });
  }

  get agentIds(): readonly string[] {
    return this.floor.agents.map(({ id }) => id);
  }

  async goLive(withinMs = 60_000): Promise<void> {
    const entered = this.genesys.signIn(supervisor);
    await this.clock.run(withinMs);
    const result = await entered;
    if (!result.ok) throw new Error(`the sign-in failed: ${result.error.code}`);
    if (!this.isLive) throw new Error('never live');
  }

  /** Joins chats of the first agents, in which nobody writes. */
  async joinChats(count: number): Promise<readonly string[]> {
    const agents = this.floor.agents.slice(0, count);
    for (const { id } of agents) {
      void this.genesys.watch({ agentId: id, medium: 'chat', mode: 'monitor', scope: 'allChats', nickname: '' });
      await this.clock.run(500);
    }
    const chats = agents.map(({ userName }) => this.floor.control.startChat({ agent: userName }).chatId);
    await this.clock.run(5_000);
    return chats;
  }

  /** Requests in the busiest minute since then, including held polls. */
  busiestMinuteSince(from: number): number {
    const since = this.sent.filter(({ at }) => at >= from);
    return busiest(
      since.map(({ at }) => at),
      60_000,
    );
  }

  async leave(): Promise<void> {
    await Promise.all([this.genesys.signOut(), this.clock.run(10_000)]);
  }

  #http(): Http {
    return {
      send: (request) => this.#send(request),
      forget: () => {
        this.#jar.clear();
        return Promise.resolve();
      },
    };
  }

  #send(request: HttpRequest): Promise<HttpResponse> {
    const path = request.url.slice(`${origin}/api/v2`.length);
    const counted: Counted = {
      ...{ at: this.clock.trueMs, method: request.method, path },
      ...{ answeredAt: null, status: 0, retryAfter: null },
    };
    this.sent.push(counted);
    const hungUp = new AbortController();
    return new Promise((resolve, reject) => {
      request.signal?.addEventListener('abort', () => {
        hungUp.abort();
        reject(new HttpFailure('aborted', false));
      });
      const exchange = async (): Promise<void> => {
        const answer = await this.#carry(request, counted, hungUp.signal);
        // A response to an aborted request never reached the console.
        if (hungUp.signal.aborted) return;
        counted.answeredAt = this.clock.trueMs;
        counted.status = answer.status;
        counted.retryAfter = answer.headers['retry-after'] ?? null;
        resolve({
          status: answer.status,
          header: (name) => answer.headers[name.toLowerCase()] ?? null,
          text: () => Promise.resolve(answer.text),
        });
      };
      this.clock.client.after(this.chance.between(2, 40), () => void exchange().catch(reject));
    });
  }

  async #carry(request: HttpRequest, counted: Counted, hungUp: AbortSignal): Promise<WireAnswer> {
    const refusal = this.#options.refuse?.(counted, this.clock) ?? null;
    if (refusal !== null) return refusal;
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const { method, body } = request;
    const answer = await this.floor.receive(
      { method, path: counted.path, headers: { ...headers, cookie }, body },
      hungUp,
    );
    const [name, value] = answer.headers['set-cookie']?.split('=') ?? [];
    if (name !== undefined && value !== undefined) this.#jar.set(name, value);
    return answer;
  }

  #sink(): FloorSink {
    const nothing = (): void => undefined;
    return {
      applyEvents: nothing,
      markEventsLost: nothing,
      applyResync: nothing,
      applyDirectory: nothing,
      serverChanged: nothing,
      sessionRenewed: nothing,
      sessionEnded: nothing,
      connectionChanged: ({ phase }) => {
        this.isLive = phase === 'live';
      },
    };
  }
}

export const isOfStream = ({ path }: Counted): boolean => path.startsWith('/notifications');

/** In a window of that length with any start. */
export function busiest(moments: readonly number[], windowMs: number): number {
  let [most, from] = [0, 0];
  moments.forEach((at, to) => {
    while ((moments[from] ?? at) <= at - windowMs) from += 1;
    most = Math.max(most, to - from + 1);
  });
  return most;
}
