import { createLogger } from '../../../main/base/log';
import type { FloorSink } from '../../../main/floor/floor-sink';
import { createGenesys, type Genesys } from '../../../main/gws/genesys';
import { HttpFailure, type Http, type HttpRequest, type HttpResponse } from '../../../main/gws/http-port';
import type { Finding, Measure } from '../measure';
import { playInShards, type CaseRange } from '../shards';
import { add, emptyTally, type Tally } from '../tally';
import { caseSeed, Chance } from '../world/chance';
import { stepOf } from '../world/faulty-http';
import { FloorLine } from '../world/floor-line';
import { SimClock } from '../world/sim-clock';
import { origin, supervisor, VirtualFloor } from '../world/virtual-floor';

const outageMs = 60_000;
/** In a restart, one console in this many loses the response to its automatic sign-in. */
const unluckyEvery = 20;
const afterwardsMs = 75_000;

/** Network of one console of a fleet: it can be cut with everything in flight, and counts its requests. */
class FleetHttp implements Http {
  credentialAttempts = 0;
  readonly handshakesAt: number[] = [];
  /** The next response to credentials never arrives, so its outcome is unknown. */
  losesNextLogin = false;
  readonly #fleet: Fleet;
  readonly #line: FloorLine;
  readonly #underWay = new Set<() => void>();

  constructor(fleet: Fleet) {
    this.#fleet = fleet;
    this.#line = new FloorLine(fleet.floor);
  }

  forget(): Promise<void> {
    this.#line.forget();
    return Promise.resolve();
  }

  cut(): void {
    for (const fail of [...this.#underWay]) fail();
  }

  send(request: HttpRequest): Promise<HttpResponse> {
    const { clock } = this.#fleet;
    if (stepOf(request) === 'handshake') this.handshakesAt.push(clock.trueMs);
    if (request.headers['Authorization'] !== undefined) this.credentialAttempts += 1;
    return new Promise((resolve, reject) => {
      const hungUp = new AbortController();
      const fail = (kind: 'aborted' | 'reset' | 'refused'): void => {
        hungUp.abort();
        this.#underWay.delete(cut);
        reject(new HttpFailure(kind, kind === 'refused'));
      };
      const cut = (): void => fail('reset');
      request.signal?.addEventListener('abort', () => fail('aborted'));
      if (this.#fleet.isDown) {
        clock.client.after(1, () => fail('refused'));
        return;
      }
      this.#underWay.add(cut);
      const exchange = async (): Promise<void> => {
        const answer = await this.#carry(request, hungUp.signal);
        this.#underWay.delete(cut);
        resolve(answer);
      };
      clock.client.after(this.#fleet.latencyMs(), () => void exchange().catch(reject));
    });
  }

  async #carry(request: HttpRequest, hungUp: AbortSignal): Promise<HttpResponse> {
    const answer = await this.#line.carry(request, hungUp);
    if (this.losesNextLogin && request.headers['Authorization'] !== undefined) {
      this.losesNextLogin = false;
      throw new HttpFailure('reset', false);
    }
    return this.#line.arrive(answer);
  }
}

class Fleet {
  readonly clock = new SimClock();
  readonly floor: VirtualFloor;
  readonly https: FleetHttp[] = [];
  readonly live = new Set<number>();
  isDown = false;
  readonly #chance: Chance;

  constructor(seed: number) {
    this.#chance = new Chance(seed);
    this.floor = new VirtualFloor({
      clock: this.clock.server,
      seed,
      agents: 1,
      quirks: { usersChatsRead: false },
      // All consoles sign in as one user, so each sign-in would notify all of them: half a million messages that no real fleet gets.
      isSilent: true,
    });
  }

  latencyMs(): number {
    return this.#chance.between(2, 40);
  }

  open(): Genesys {
    const http = new FleetHttp(this);
    const position = this.https.push(http) - 1;
    let ids = 0;
    return createGenesys({
      baseUrl: origin,
      nickname: '',
      openHttp: () => http,
      clock: this.clock.client,
      random: new Chance(this.#chance.below(2 ** 31)).random,
      newId: () => `id-${String((ids += 1))}`,
      log: (scope) => createLogger(scope, () => undefined),
      sink: this.#sinkOf(position),
    });
  }

  cut(): void {
    this.isDown = true;
    for (const http of this.https) http.cut();
  }

  #sinkOf(position: number): FloorSink {
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
        if (phase === 'live') this.live.add(position);
        else this.live.delete(position);
      },
    };
  }
}

/** The whole fleet loses one server at once; does it return as a crowd? In a restart the server also forgets all sessions. */
async function playOutage(
  seed: number,
  consoles: number,
  isRestart: boolean,
): Promise<{ peak: number; credentials: number; back: number }> {
  const fleet = new Fleet(seed);
  for (let position = 0; position < consoles; position += 1) {
    void fleet.open().signIn(supervisor);
    if (position % 10 === 9) await fleet.clock.run(100);
  }
  await fleet.clock.run(20_000);
  const before = fleet.https.map(({ credentialAttempts }) => credentialAttempts);
  const cutAt = fleet.clock.trueMs;
  fleet.cut();
  if (isRestart) {
    fleet.floor.sessions.forgetAll();
    fleet.floor.bayeux.forgetSessions();
    fleet.https.forEach((http, position) => (http.losesNextLogin = position % unluckyEvery === 0));
  }
  await fleet.clock.run(outageMs);
  fleet.isDown = false;
  await fleet.clock.run(afterwardsMs);
  const handshakes = fleet.https.flatMap(({ handshakesAt }) => handshakesAt.filter((at) => at >= cutAt));
  const credentials = Math.max(
    ...fleet.https.map((http, position) => http.credentialAttempts - (before[position] ?? 0)),
  );
  // A console that lost its only attempt asks the user; all others must reconnect automatically.
  const lucky = isRestart
    ? fleet.https.flatMap((_, position) => (position % unluckyEvery === 0 ? [] : [position]))
    : [...fleet.https.keys()];
  const back = lucky.filter((position) => fleet.live.has(position)).length / lucky.length;
  return { peak: busiestSecond(handshakes) / consoles, credentials, back };
}

/** In a window of one second with any start. */
function busiestSecond(moments: readonly number[]): number {
  const ascending = [...moments].sort((one, other) => one - other);
  let [most, from] = [0, 0];
  ascending.forEach((at, to) => {
    while ((ascending[from] ?? at) <= at - 1_000) from += 1;
    most = Math.max(most, to - from + 1);
  });
  return most;
}

export async function playCases({ seed, from, to }: CaseRange): Promise<Tally> {
  const tally = emptyTally();
  for (let position = from; position < to; position += 1) {
    const { peak, credentials, back } = await playOutage(caseSeed(seed, position >> 1), 500, position % 2 === 0);
    tally.cases += 1;
    (tally.samples['peak'] ??= []).push(peak);
    (tally.samples['credentials'] ??= []).push(credentials);
    (tally.samples['back'] ??= []).push(back);
    add(tally, 'outages', 1);
  }
  return tally;
}

export const measure: Measure = {
  name: 'herd.peak',
  goal: 'at most 10 % in any one second',
  run: async ({ seed, short, report }) => {
    const tally = await playInShards(import.meta.url, seed, short ? 1 : 4, 1);
    const worst = (name: string): number => Math.max(...(tally.samples[name] ?? [1]));
    const back = Math.min(...(tally.samples['back'] ?? [0]));
    const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
    report(
      `${tally.cases} outages of ${outageMs / 1000} s, 500 consoles each, every other one with all sessions forgotten`,
    );
    const findings: readonly Finding[] = [
      { name: 'herd.peak', value: percent(worst('peak')), goal: 'at most 10 %', pass: worst('peak') <= 0.1 },
      {
        name: 'herd.credentials',
        value: worst('credentials'),
        goal: 'at most 1 each',
        pass: worst('credentials') <= 1,
      },
      { name: 'herd.back', value: percent(back), goal: '100 % live again', pass: back === 1 },
    ];
    return findings;
  },
};
