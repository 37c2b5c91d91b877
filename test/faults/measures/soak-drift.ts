import { runInBackground } from '../../../main/base/run-in-background';
import type { Measure } from '../measure';
import { floorDifferences } from '../live/floor-differences';
import { LiveConsole } from '../live/live-console';
import { sampleMemory, slopeOf, type MemorySample } from '../live/memory';
import { soakFaults } from '../live/soak-faults';
import { pause, withinDeadline } from '../live/within-deadline';
import { QuietLog } from '../../support/gws/quiet-log';
import { Chance } from '../world/chance';

const load = { chats: 200, rate: 100 };
const faultEveryMs = 5_000;
const tickMs = 1_000;
/** Counted by the server, including events that faults dropped. */
const leastEventsASecond = 99;
/** Milliseconds. The routine resync runs at most this long after the network is good again. */
const patienceMs = 90_000;

/** Dismisses ended chats, as a supervisor does; otherwise those of an evening would count as a leak. */
async function clearAway(client: LiveConsole): Promise<void> {
  for (const { id, endedAt } of client.floorStore.snapshot().chats) {
    if (endedAt !== null && Date.now() - endedAt > 5_000) await client.commands['chats.dismiss']({ chatId: id });
  }
}

interface Soaked {
  readonly faults: number;
  readonly mostChats: number;
  /** Log entries of the server's chats per second. */
  readonly eventsASecond: number;
  /** Changes published at the console. */
  readonly changes: number;
  readonly samples: readonly MemorySample[];
}

async function soak(client: LiveConsole, lastsMs: number, warmUpMs: number): Promise<Soaked> {
  const log = new QuietLog().for('soak');
  const samples: MemorySample[] = [];
  const began = performance.now();
  const before = client.floor.control.happened().events;
  let [faults, mostChats, changes] = [0, 0, 0];
  const dispose = client.floorStore.subscribe((batch) => {
    changes += batch.changes.length;
  });
  for (let elapsed = 0; elapsed < lastsMs; elapsed = performance.now() - began) {
    await pause(tickMs);
    mostChats = Math.max(
      mostChats,
      client.floorStore.snapshot().chats.filter(({ endedAt }) => endedAt === null).length,
    );
    await clearAway(client);
    if (elapsed > warmUpMs) samples.push(sampleMemory());
    if (elapsed >= (faults + 1) * faultEveryMs) {
      const strike = soakFaults[faults % soakFaults.length]?.[1];
      faults += 1;
      if (strike !== undefined) runInBackground(Promise.resolve(strike(client)), 'a fault', log);
    }
  }
  dispose();
  const seconds = (performance.now() - began) / 1_000;
  const eventsASecond = (client.floor.control.happened().events - before) / seconds;
  return { faults, mostChats, eventsASecond, changes, samples };
}

/** A long busy shift with a fault every few seconds on real sockets. Then the load stops and both sides are compared. */
export const measure: Measure = {
  name: 'soak.drift',
  goal: '10 minutes, 200 chats, 100 events a second, a fault every 5 s: equal to the server at the end',
  queue: 'soak',
  async run({ seed, short, report }) {
    const client = await LiveConsole.open(
      { agents: 100, seed, quirks: { chatMessagesRead: true }, pollMaxIntervalMs: 10_000 },
      new Chance(seed).random,
    );
    try {
      // Watches first: they join the chats that follow.
      for (const { id } of client.agents) await client.watch(id);
      client.floor.control.setLoad(load);
      const lastsMs = short ? 20_000 : 600_000;
      const soaked = await soak(client, lastsMs, short ? 8_000 : 120_000);
      client.floor.control.setLoad({ ...load, rate: 0 });
      client.floor.control.clearFaults();
      await pause(3_000);
      const tookMs = await withinDeadline(
        () => client.isLiveSince(0) && floorDifferences(client).length === 0,
        patienceMs,
      );
      const differences = floorDifferences(client);
      for (const difference of differences.slice(0, 10)) report(difference);
      const { phase, reason } = client.floorStore.connection;
      if (tookMs === null) report(`the connection is ${phase}: ${reason}`);
      const slope = slopeOf(soaked.samples).toFixed(2);
      const eventsASecond = soaked.eventsASecond.toFixed(1);
      report(
        `${soaked.mostChats} chats at most, ${eventsASecond} events a second at the server, ${soaked.changes} changes at the console, equal after ${tookMs === null ? 'never' : `${Math.round(tookMs)} ms`}`,
      );
      return [
        {
          name: 'soak.drift',
          value: `${differences.length} differences after ${eventsASecond} events a second and ${soaked.faults} faults; ${slope} MB a minute (server and client)`,
          goal: measure.goal,
          // A shift without events is equal too and proves nothing.
          pass: tookMs !== null && soaked.mostChats >= 150 && soaked.eventsASecond >= leastEventsASecond,
        },
      ];
    } finally {
      await client.close();
    }
  },
};
