import { createDiskStorage } from '../../../main/journal/disk-storage';
import { segmentsIn } from '../../../main/journal/journal-storage';
import { readLine } from '../../../main/journal/record';
import { splitLines, verifyJournal } from '../../../main/journal/verify';
import { seededRandom } from '../../../main/practice/chance/seeded-random';
import type { Measure } from '../measure';
import { WriterBench } from '../settings/bench';

const program = new URL('../journal/writer.ts', import.meta.url);

async function numbersIn(folder: string): Promise<readonly number[]> {
  const storage = createDiskStorage(folder);
  const contents = await Promise.all(segmentsIn(await storage.list()).map((name) => storage.read(name)));
  return contents.flatMap((content) =>
    splitLines(content ?? '').complete.flatMap((line) => {
      const number = readLine(line)?.data['number'];
      return typeof number === 'number' ? [number] : [];
    }),
  );
}

const goal = '200 kills during writes: chain intact up to the last acknowledged record, next start continues it';

/** The product's journal in processes of its own on a real disk, killed again and again. */
export const measure: Measure = {
  name: 'journal.kill',
  queue: 'waiting',
  goal,
  async run({ seed, short, report }) {
    const random = seededRandom(seed);
    const kills = short ? 20 : 200;
    const bench = await WriterBench.open(program);
    const folder = bench.nextFolder();
    let [broken, lost, acknowledged] = [0, 0, 0];
    try {
      for (let kill = 0; kill < kills; kill += 1) {
        // Every fourth kill hits the start, so that repairs are interrupted too.
        const when =
          kill % 4 === 3
            ? ({ from: 'start', afterMs: 40 + random() * 90 } as const)
            : ({ from: 'firstWord', afterMs: random() * 60 } as const);
        const said = await bench.run(bench.command(folder, String(acknowledged + 1)), { kill: when });
        const found = await numbersIn(folder);
        const verified = await verifyJournal(createDiskStorage(folder));
        acknowledged = Math.max(acknowledged, ...said.map(Number));
        const isComplete =
          acknowledged > 0 && found.includes(acknowledged) && found.every((number, at) => number === at + 1);
        if (!verified.ok) broken += 1;
        if (!isComplete) lost += 1;
        if (!verified.ok || !isComplete)
          report(`kill ${kill}: ${JSON.stringify(verified)}, ${acknowledged} acknowledged`);
        // Records that were written but not acknowledged are kept as well, so the next run continues after them.
        acknowledged = Math.max(acknowledged, found.at(-1) ?? 0);
      }
    } finally {
      await bench.close();
    }
    const value = `${broken} broken, ${lost} lost of ${kills} kills, ${acknowledged} records`;
    return [{ name: 'journal.kill', value, goal, pass: broken === 0 && lost === 0 && acknowledged > kills }];
  },
};
