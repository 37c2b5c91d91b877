import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { seededRandom } from '../../../main/practice/chance/seeded-random';
import { pause } from '../live/within-deadline';
import type { Measure, MeasureContext } from '../measure';
import { WriterBench } from '../settings/bench';
import { corruptShapes } from '../settings/corrupt-shapes';
import { diskErrors, outcomeOf } from '../settings/disk-errors';
import type { Found } from '../settings/writer';

/** Failures, one sentence each. */
class Tally {
  lost = 0;
  failedStarts = 0;
  readonly #report: (sentence: string) => void;
  constructor(report: (sentence: string) => void) {
    this.#report = report;
  }
  loss(sentence: string): void {
    this.lost += 1;
    this.#report(`lost: ${sentence}`);
  }
  failedStart(sentence: string, cause: unknown): void {
    this.failedStarts += 1;
    this.#report(`failed start: ${sentence}: ${String(cause)}`);
  }
}

/**
 * One folder, killed repeatedly: each start must find at least the last acknowledged number. Every fourth kill hits the start, so that
 * repairs are interrupted too.
 */
async function killAgainAndAgain(bench: WriterBench, kills: number, random: () => number, tally: Tally): Promise<void> {
  const folder = bench.nextFolder();
  await mkdir(folder);
  let acknowledged = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const when =
      kill % 4 === 3
        ? ({ from: 'start', afterMs: 40 + random() * 90 } as const)
        : ({ from: 'firstWord', afterMs: random() * 40 } as const);
    const bytes = random() < 0.5 ? 800 : 30_000;
    const said: readonly unknown[] = await bench
      .run(bench.command('write', folder, String(acknowledged + 1), String(acknowledged + 2_000), String(bytes)), {
        kill: when,
      })
      .catch((cause: unknown) => {
        tally.failedStart(`after kill ${kill}`, cause);
        return [];
      });
    const found = said[0] as Found | undefined;
    const numbers = said.filter((line) => typeof line === 'number');
    if (found !== undefined && acknowledged > 0 && (found.number ?? 0) < acknowledged) {
      tally.loss(`${acknowledged} was acknowledged and ${String(found.number)} was found after kill ${kill}`);
    }
    acknowledged = Math.max(acknowledged, found?.number ?? 0, ...numbers);
  }
  // Newer files may still be in use and are left alone.
  await pause(2_100);
  await readBack(bench, folder, { number: acknowledged, isAtLeast: true, what: 'the last kill' }, tally);
  const left = (await readdir(folder)).filter((name) => name.includes('.tmp-'));
  if (left.length > 0) tally.loss(`${left.length} torn files were left behind`);
}

async function readBack(
  bench: WriterBench,
  folder: string,
  { number, isAtLeast, what }: { number: number; isAtLeast: boolean; what: string },
  tally: Tally,
): Promise<Found | null> {
  try {
    const [found] = (await bench.run(bench.command('read', folder))) as readonly Found[];
    if (found === undefined) throw new Error('it said nothing');
    const isRight = isAtLeast ? (found.number ?? -1) >= number : found.number === number;
    if (!isRight || !found.isUsable) tally.loss(`${number} expected after ${what}, found ${JSON.stringify(found)}`);
    return found;
  } catch (cause) {
    tally.failedStart(what, cause);
    return null;
  }
}

async function spoilEachWay(bench: WriterBench, names: readonly string[], tally: Tally): Promise<void> {
  for (const name of names) {
    const folder = bench.nextFolder();
    await mkdir(folder);
    await bench.run(bench.command('write', folder, '1', '2', '900'));
    const file = path.join(folder, 'settings.json');
    await corruptShapes[name]?.(file, await readFile(file));
    const found = await readBack(bench, folder, { number: 2, isAtLeast: false, what: name }, tally);
    if (found !== null && found.problem !== 'restored') tally.loss(`no one was notified of: ${name}`);
    const again = await readBack(bench, folder, { number: 2, isAtLeast: false, what: `${name}, second start` }, tally);
    if (again !== null && again.problem !== null) tally.loss(`notified twice of: ${name}`);
    const isKept = (await readdir(folder)).some((entry) => entry.includes('.damaged-'));
    if (!isKept && name !== 'a link to nowhere') tally.loss(`not kept aside: ${name}`);
  }
}

async function meetDiskErrors(bench: WriterBench, tally: Tally, report: MeasureContext['report']): Promise<number> {
  let made = 0;
  for (const [name, meet] of Object.entries(diskErrors)) {
    const said = await meet(bench).catch((cause: unknown) => {
      report(`could not be made here: ${name} (${String(cause).slice(0, 300)})`);
      return null;
    });
    if (said === null) continue;
    const { acknowledged, found, wasRefused } = outcomeOf(said);
    if (!wasRefused) {
      report(`did not strike here: ${name}`);
      continue;
    }
    made += 1;
    if (found.number !== acknowledged)
      tally.loss(`${acknowledged} expected after ${name}, found ${JSON.stringify(found)}`);
  }
  return made;
}

/** Two processes on one file, both killed while writing: the file is complete. */
async function writeAtOnce(bench: WriterBench, rounds: number, random: () => number, tally: Tally): Promise<void> {
  const folder = bench.nextFolder();
  await mkdir(folder);
  for (let round = 0; round < rounds; round += 1) {
    const kill = { from: 'firstWord', afterMs: 30 + random() * 60 } as const;
    const writing = [1, 1_000_001].map((first) =>
      bench.run(bench.command('write', folder, String(first), String(first + 5_000), '9000'), { kill }),
    );
    await Promise.all(writing).catch((cause: unknown) => {
      tally.failedStart(`two at once, round ${round}`, cause);
    });
  }
  const found = await readBack(bench, folder, { number: 1, isAtLeast: true, what: 'two programs at once' }, tally);
  if (found?.problem === 'reset') tally.loss('two programs at once left nothing of use');
}

const goal = '300 kills, 30 corrupt shapes, 5 disk errors: 0 settings lost, 0 failed starts';

/** The product's settings code in processes of its own, which are killed, starved and given invalid files. */
export const measure: Measure = {
  name: 'settings.kill',
  queue: 'waiting',
  goal,
  async run({ seed, short, report }) {
    const tally = new Tally(report);
    const bench = await WriterBench.open();
    const names = Object.keys(corruptShapes);
    const kills = short ? 40 : 300;
    const shapes = short ? names.filter((_, at) => at % 3 === 0) : names;
    const lanes = 4;
    try {
      await Promise.all(
        Array.from({ length: lanes }, (_, lane) =>
          killAgainAndAgain(bench, kills / lanes, seededRandom(seed + lane), tally),
        ),
      );
      await Promise.all(
        [0, 1, 2].map((lane) =>
          spoilEachWay(
            bench,
            shapes.filter((_, at) => at % 3 === lane),
            tally,
          ),
        ),
      );
      await writeAtOnce(bench, short ? 2 : 8, seededRandom(seed), tally);
      const made = await meetDiskErrors(bench, tally, report);
      const { lost, failedStarts } = tally;
      const value = `${lost} lost, ${failedStarts} failed starts (${kills} kills, ${shapes.length} shapes, ${made} disk errors)`;
      return [{ name: 'settings.kill', value, goal, pass: lost === 0 && failedStarts === 0 && made > 0 }];
    } finally {
      await bench.close();
    }
  },
};
