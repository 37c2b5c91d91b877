import { randomUUID } from 'node:crypto';
import { fireAndReport } from '../../../main/base/fire-and-report';
import type { Measure } from '../measure';
import { floorDifferences } from '../live/floor-differences';
import { LiveDesk } from '../live/live-desk';
import { sampleMemory, slopeOf, type MemorySample } from '../live/memory';
import { soakFaults } from '../live/soak-faults';
import { pause, soon } from '../live/soon';
import { QuietLog } from '../../support/gws/quiet-log';
import { Chance } from '../world/chance';

const load = { chats: 200, rate: 100 };
const faultEveryMs = 5_000;
const tickMs = 1_000;
/** Part of a hundred events a second is typing, and part is lost to the faults; less than this is no load. */
const leastChangesASecond = 50;
/** The slow re-reading of everything is the last net; it comes at most this long after the line is good again. */
const patienceMs = 90_000;

/** A person clears away what is over; without that an evening's chats would count as a leak. */
async function clearAway(desk: LiveDesk): Promise<void> {
  for (const { id, endedAt } of desk.truth.snapshot().chats) {
    if (endedAt !== null && Date.now() - endedAt > 5_000) await desk.commands['chats.dismiss']({ chatId: id });
  }
}

interface Soaked {
  readonly faults: number;
  readonly mostChats: number;
  readonly events: number;
  readonly samples: readonly MemorySample[];
}

async function soak(desk: LiveDesk, lastsMs: number, warmUpMs: number): Promise<Soaked> {
  const log = new QuietLog().for('soak');
  const samples: MemorySample[] = [];
  const began = performance.now();
  let [faults, mostChats, events] = [0, 0, 0];
  const undo = desk.truth.subscribe(({ changes }) => {
    events += changes.length;
  });
  for (let elapsed = 0; elapsed < lastsMs; elapsed = performance.now() - began) {
    await pause(tickMs);
    mostChats = Math.max(mostChats, desk.truth.snapshot().chats.filter(({ endedAt }) => endedAt === null).length);
    await clearAway(desk);
    if (elapsed > warmUpMs) samples.push(sampleMemory());
    if (elapsed >= (faults + 1) * faultEveryMs) {
      const strike = soakFaults[faults % soakFaults.length]?.[1];
      faults += 1;
      if (strike !== undefined) fireAndReport(Promise.resolve(strike(desk)), 'a fault', log);
    }
  }
  undo();
  return { faults, mostChats, events, samples };
}

/** A long busy shift with a fault every few seconds, on real sockets; then the floor falls silent, and both sides are compared. */
export const measure: Measure = {
  name: 'soak.drift',
  goal: '10 minutes, 200 chats, 100 events a second, a fault every 5 s: equal to the server at the end',
  queue: 'soak',
  async run({ seed, short, report }) {
    const desk = await LiveDesk.open(
      { agents: 100, seed, quirks: { chatMessagesRead: true }, pollMaxIntervalMs: 10_000 },
      new Chance(seed).random,
    );
    try {
      for (const { id } of desk.agents) {
        await desk.commands['agents.watch']({
          requestId: randomUUID(),
          agentId: id,
          mode: 'monitor',
          scope: 'allChats',
        });
      }
      desk.floor.control.setLoad(load);
      const lastsMs = short ? 20_000 : 600_000;
      const soaked = await soak(desk, lastsMs, short ? 8_000 : 120_000);
      desk.floor.control.setLoad({ ...load, rate: 0 });
      desk.floor.control.clearFaults();
      await pause(3_000);
      const tookMs = await soon(() => desk.isLiveSince(0) && floorDifferences(desk).length === 0, patienceMs);
      const differences = floorDifferences(desk);
      for (const difference of differences.slice(0, 10)) report(difference);
      const slope = slopeOf(soaked.samples).toFixed(2);
      report(
        `${soaked.mostChats} chats at most, ${soaked.events} changes (${Math.round((soaked.events * 1_000) / lastsMs)} a second), equal after ${tookMs === null ? 'never' : `${Math.round(tookMs)} ms`}`,
      );
      return [
        {
          name: 'soak.drift',
          value: `${differences.length} differences after ${soaked.faults} faults; ${slope} MB a minute (server and client)`,
          goal: measure.goal,
          // A shift that fell silent is equal too, and proves nothing.
          pass: tookMs !== null && soaked.mostChats >= 150 && soaked.events >= (lastsMs / 1_000) * leastChangesASecond,
        },
      ];
    } finally {
      await desk.close();
    }
  },
};
