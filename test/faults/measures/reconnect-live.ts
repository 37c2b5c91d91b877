import type { Measure, MeasureContext } from '../measure';
import { timesFinding } from '../live/figures';
import { LiveConsole } from '../live/live-console';
import { blackHole, forgotten, networkLost, resumed, serverAway, type Round } from '../live/rounds';
import { Chance } from '../world/chance';

interface Row {
  readonly name: string;
  readonly rounds: readonly Round[];
  readonly goalSeconds: number;
  readonly words: string;
}

const rows: readonly Row[] = [
  {
    name: 'reconnect.live',
    rounds: [networkLost, networkLost, serverAway],
    goalSeconds: 3,
    words: 'live again after the network is back',
  },
  { name: 'reconnect.resume', rounds: [resumed], goalSeconds: 2, words: 'live again after the machine woke' },
  {
    name: 'reconnect.forgotten',
    rounds: [forgotten],
    goalSeconds: 1.5,
    words: 'live and watching again after the answer that the session is gone',
  },
  { name: 'reconnect.blackhole', rounds: [blackHole], goalSeconds: 15, words: 'a dead line is no longer called live' },
];

/** Consoles in parallel, each with its own server and network: most of the time is waiting. */
const parallelConsoles = 8;

async function roundsAt(
  row: Row,
  chance: Chance,
  count: number,
  report: MeasureContext['report'],
): Promise<readonly (number | null)[]> {
  const client = await LiveConsole.open({}, chance.random);
  const times: (number | null)[] = [];
  try {
    await client.watch(client.agents[0]?.id ?? '');
    for (let done = 0; done < count; done += 1) {
      const round = chance.pick(row.rounds);
      const tookMs = await round(client, chance);
      times.push(tookMs);
      if (tookMs === null || tookMs > row.goalSeconds * 1_000) {
        report(`${row.name}, ${round.name}: ${tookMs === null ? 'never' : `${Math.round(tookMs)} ms`}`);
      }
    }
  } finally {
    await client.close();
  }
  return times;
}

/** Real sockets through a proxy that simulates bad networks; the client is all of main except its OS adapters. */
export const measure: Measure = {
  name: 'reconnect.live',
  queue: 'waiting',
  goal: 'live again within 3 s of the network, 2 s of waking, 1.5 s of a forgotten session; a black hole noticed within 15 s',
  async run({ seed, short, report }) {
    const findings = [];
    for (const row of rows) {
      const count = short ? 1 : 3;
      const lanes = Array.from({ length: parallelConsoles }, (_, lane) =>
        roundsAt(row, new Chance(seed * 100 + lane), count, report),
      );
      const times = (await Promise.all(lanes)).flat();
      findings.push(timesFinding({ ...row, times }));
    }
    return findings;
  },
};
