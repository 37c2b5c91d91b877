import { exchangeFaultKinds, steps } from './exchange-faults';
import { judge, type Judgement } from './oracle';
import { somethingHappens, supervisorActs } from './server-events';
import { World } from './world';
import { addressFaultKinds, worldFaultKinds } from './world-faults';

export interface HistoryOutcome {
  readonly judgement: Judgement;
  readonly falseLive: number;
  /** Requests sent before their `Retry-After` ended. */
  readonly undercuts: number;
  /** True milliseconds from the end of the last fault to equality; `null`: never. */
  readonly convergedAfterMs: number | null;
  readonly serverEvents: number;
  /** Moves of the console to another address. */
  readonly moves: number;
  /** Secrets of one address sent to the other. */
  readonly mixedUp: number;
  readonly struck: ReadonlyMap<string, number>;
  readonly errors: readonly string[];
}

/** Milliseconds; longer than the largest accepted poll interval plus an attempt. */
const healWithinMs = 420_000;
/** Milliseconds. Reordered messages leave no trace, so the next routine resync must correct them. */
const routineMs = 90_000;

const shareOfTwoAddresses = 0.2;

/** One history: a busy floor with faults; then the faults stop and the shown state is compared. */
export async function playHistory(seed: number, most = 300): Promise<HistoryOutcome> {
  const probe = new World(seed);
  probe.console.close();
  const quirks = {
    acknowledgements: probe.chance.happens(0.8),
    chatMessagesRead: probe.chance.happens(0.85),
    csrf: probe.chance.happens(0.8),
    expiredWriteAnswersCsrf: probe.chance.happens(0.3),
  };
  const world = new World(seed, quirks, probe.chance.happens(shareOfTwoAddresses));
  try {
    const played = await play(world, most);
    const convergedAfterMs = await heal(world, played.doubtful);
    return {
      judgement: judge(world, played.doubtful),
      falseLive: world.falseLive,
      undercuts: world.undercuts,
      convergedAfterMs,
      serverEvents: played.serverEvents,
      moves: world.moves,
      mixedUp: world.secrets.mixedUp,
      struck: world.struck,
      errors: world.console.errors.map(({ scope, message, facts }) => `${scope}: ${message} ${String(facts['cause'])}`),
    };
  } finally {
    world.console.close();
  }
}

async function play(world: World, most: number): Promise<{ serverEvents: number; doubtful: Set<string> }> {
  const { chance, clock } = world;
  const doubtful = new Set<string>();
  const events = Math.max(5, Math.min(most, Math.floor(chance.random() ** 2 * most)));
  const faults = chance.between(1, 8);
  const faultMoments = new Set(Array.from({ length: faults }, () => chance.below(events)));
  const hasTwoAddresses = world.floor.doors.length > 1;
  // A move takes several failed attempts over some seconds.
  const paceMs = chance.pick(hasTwoAddresses ? [600, 1_500, 3_000] : [60, 300, 900]);
  if (chance.happens(0.1)) await faultStrikes(world);
  for (let event = 0; event < events; event += 1) {
    world.keepSignedIn();
    if (faultMoments.has(event)) await faultStrikes(world);
    somethingHappens(world);
    if (chance.happens(0.12)) supervisorActs(world, doubtful);
    await clock.run(Math.floor(-Math.log(1 - chance.random()) * paceMs));
  }
  return { serverEvents: events, doubtful };
}

async function faultStrikes(world: World): Promise<void> {
  const { chance } = world;
  if (world.floor.doors.length > 1 && chance.happens(0.4)) {
    const kind = chance.pick(addressFaultKinds);
    world.note(kind.name);
    await kind.strike(world);
    return;
  }
  if (chance.happens(0.3)) {
    const kind = chance.pick(worldFaultKinds);
    world.note(kind.name);
    await kind.strike(world);
    return;
  }
  const kind = chance.pick(exchangeFaultKinds);
  const possible = kind.steps ?? steps;
  const isEverywhere = kind.steps === undefined && chance.happens(0.3);
  world.brew(kind, {
    steps: isEverywhere ? null : [chance.pick(possible)],
    forMs: chance.between(200, 40_000),
    times: chance.weighted([
      [5, 1],
      [3, 3],
      [2, 1_000],
    ]),
  });
}

/** Stops the faults and the floor, and waits until the shown state is correct. */
async function heal(world: World, doubtful: ReadonlySet<string>): Promise<number | null> {
  const { clock, console } = world;
  world.clearSky();
  const healedAt = clock.trueMs;
  let liveAt: number | null = null;
  while (clock.trueMs - healedAt < healWithinMs) {
    world.keepSignedIn();
    await clock.run(1_000);
    const isLive = console.floorStore.connection.phase === 'live';
    liveAt = isLive ? (liveAt ?? clock.trueMs) : null;
    if (liveAt === null || clock.trueMs - liveAt < 2_000) continue;
    const { differences, lost } = judge(world, doubtful);
    if (differences.length === 0 && lost.length === 0) return clock.trueMs - healedAt;
    if (clock.trueMs - liveAt > routineMs) return null;
  }
  return null;
}
