/**
 * The fault battery: `npm run faults -- [--seed N] [--short] [--only name,...] [--mutations]`. Prints the seed first and the table last,
 * writes `out/faults/faults.json`, and exits with 1 if a figure misses its goal.
 */
import { mkdir } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runInSubprocess } from './apart';
import { runBattery } from './battery';
import type { Finding, Measure } from './measure';
import { closeMeasures, readMeasureOptions, write } from './measure-command';
import { chosen, findMeasures } from './registry';

const options = readMeasureOptions('Fault battery', fileURLToPath(new URL('../../out/faults', import.meta.url)));
const { seed, only, short, out } = options;
if (options.mutations) {
  const { runMutations } = await import('./mutations');
  process.exitCode = (await runMutations({ seed, only, write })) ? 0 : 1;
} else {
  const measures = chosen(await findMeasures(), only);
  await mkdir(out, { recursive: true });
  // A short run, or a single measure, needs no process of its own.
  const isApart = ({ queue }: Measure): boolean => queue !== undefined && !short && measures.length > 1;
  const runQueue = async (queue: readonly Measure[]): Promise<readonly Finding[]> => {
    const found: Finding[] = [];
    for (const measure of queue) found.push(...(await runInSubprocess(measure, { seed, write, out })));
    return found;
  };
  const apart = measures.filter(isApart);
  const queues = new Set(apart.map(({ queue }) => queue));
  const aside = Promise.all([...queues].map((name) => runQueue(apart.filter(({ queue }) => queue === name))));
  const inTurn = measures.filter((measure) => !isApart(measure));
  const findings = [...(await runBattery({ measures: inTurn, seed, short, write })), ...(await aside).flat()];
  await closeMeasures(findings, { command: 'npm run faults', file: 'faults.json', options });
}
// Do not wait for deadlines that a measure left behind.
process.stdout.write('', () => process.exit());
