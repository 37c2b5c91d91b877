import type { ConnectionState } from '../../../preload/contract';
import { createLogger } from '../../../main/base/log';
import type { FloorSink } from '../../../main/floor/floor-sink';
import { createGenesys } from '../../../main/gws/genesys';
import type { Finding, Measure } from '../measure';
import { playInShards, type CaseRange } from '../shards';
import { emptyTally, noteFailure, percentile, sample, type Tally } from '../tally';
import { caseSeed, Chance } from '../world/chance';
import { OutageHttp, outageKinds } from '../world/outage-http';
import { SimClock } from '../world/sim-clock';
import { origin, supervisor, VirtualFloor } from '../world/virtual-floor';

const wellBeforeMs = 20_000;
const shortestMs = 5_000;
const longestMs = 60_000;
const goalMs = 5_000;
/** Milliseconds; longer than any wait of the console. */
const patienceMs = 90_000;
const stepMs = 50;

interface Outcome {
  readonly kind: string;
  readonly lastedMs: number;
  /** From the end of the outage to the first response of the server itself. */
  readonly noticedMs: number | null;
  /** From that response to live. */
  readonly liveMs: number | null;
}

async function playOutage(seed: number, position: number): Promise<Outcome> {
  const chance = new Chance(seed);
  const clock = new SimClock();
  const floor = new VirtualFloor({ clock: clock.server, seed, agents: 2 });
  const http = new OutageHttp(clock, floor, chance);
  let phase: ConnectionState['phase'] = 'connecting';
  const isLive = (): boolean => phase === 'live';
  let ids = 0;
  const nothing = (): void => undefined;
  const sink: FloorSink = {
    applyEvents: nothing,
    markEventsLost: nothing,
    applyResync: nothing,
    applyDirectory: nothing,
    serverChanged: nothing,
    sessionRenewed: nothing,
    sessionEnded: nothing,
    connectionChanged: (connection) => (phase = connection.phase),
  };
  const genesys = createGenesys({
    baseUrl: origin,
    nickname: '',
    openHttp: () => http,
    clock: clock.client,
    random: new Chance(chance.below(2 ** 31)).random,
    newId: () => `id-${String((ids += 1))}`,
    log: (scope) => createLogger(scope, nothing),
    sink,
  });
  void genesys.signIn(supervisor);
  await clock.run(wellBeforeMs + chance.below(10_000));
  if (!isLive()) throw new Error(`case ${seed} was not live before its outage`);
  const kind = outageKinds[position % outageKinds.length] ?? chance.pick(outageKinds);
  const lastedMs = chance.between(shortestMs, longestMs);
  http.begin(kind);
  await clock.run(lastedMs);
  http.end();
  const endedAt = clock.trueMs;
  let liveAt: number | null = null;
  while (liveAt === null && clock.trueMs - endedAt < patienceMs) {
    await clock.run(stepMs);
    if (isLive() && http.firstGoodAt !== null) liveAt = clock.trueMs;
  }
  const { firstGoodAt } = http;
  return {
    kind: kind.name,
    lastedMs,
    noticedMs: firstGoodAt === null ? null : firstGoodAt - endedAt,
    liveMs: liveAt === null || firstGoodAt === null ? null : liveAt - firstGoodAt,
  };
}

export async function playCases({ seed, from, to }: CaseRange): Promise<Tally> {
  const tally = emptyTally();
  for (let position = from; position < to; position += 1) {
    const own = caseSeed(seed, position);
    const { kind, lastedMs, noticedMs, liveMs } = await playOutage(own, position);
    tally.cases += 1;
    sample(tally, 'noticed', noticedMs ?? Number.POSITIVE_INFINITY);
    sample(tally, 'live', liveMs ?? Number.POSITIVE_INFINITY);
    if (liveMs !== null && liveMs <= goalMs) continue;
    const took = liveMs === null ? 'never live' : `live after ${String(liveMs)} ms`;
    noteFailure(tally, { seed: own, what: `${kind} for ${String(lastedMs)} ms: ${took}` });
  }
  return tally;
}

export const measure: Measure = {
  name: 'return.prompt',
  goal: 'live within 5 s of the first good answer in 95 % of outages of 5 to 60 s',
  run: async ({ seed, short, report }) => {
    const tally = await playInShards(import.meta.url, seed, short ? 48 : 200, short ? 24 : 40);
    const { live = [], noticed = [] } = tally.samples;
    const prompt = live.filter((ms) => ms <= goalMs).length / Math.max(1, live.length);
    const seconds = (values: readonly number[], share: number): string =>
      `${(percentile(values, share) / 1000).toFixed(2)} s`;
    report(
      `${tally.cases} outages: live ${seconds(live, 0.5)} (median), ${seconds(live, 0.95)} (p95) after the first good answer, ` +
        `which came ${seconds(noticed, 0.5)} (median), ${seconds(noticed, 0.95)} (p95) after the server was back`,
    );
    for (const { seed: own, what } of tally.failures) report(`seed ${own}: ${what}`);
    const findings: readonly Finding[] = [
      {
        name: 'return.prompt',
        value: `${(100 * prompt).toFixed(1)} %`,
        goal: '95 % live within 5 s of the first good answer',
        pass: tally.cases > 0 && prompt >= 0.95,
      },
    ];
    return findings;
  },
};
