/**
 * The fault battery: `npm run faults -- [--seed N] [--short] [--only name,...] [--mutations]`. Prints the seed first and the table last,
 * writes `out/faults/faults.json`, and exits with 1 if a figure misses its goal.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runInSubprocess } from './apart';
import { runBattery, table } from './battery';
import type { Finding, Measure } from './measure';
import { chosen, findMeasures } from './registry';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
    mutations: { type: 'boolean', default: false },
    out: { type: 'string', default: fileURLToPath(new URL('../../out/faults', import.meta.url)) },
  },
});
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const write = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

write(`Fault battery, seed ${seed}`);
if (values.mutations) {
  const { runMutations } = await import('./mutations');
  process.exitCode = (await runMutations({ seed, only: values.only?.split(',') ?? [], write })) ? 0 : 1;
} else {
  const measures = chosen(await findMeasures(), values.only?.split(',') ?? []);
  await mkdir(values.out, { recursive: true });
  // A short run, or a single measure, needs no process of its own.
  const isApart = ({ queue }: Measure): boolean => queue !== undefined && !values.short && measures.length > 1;
  const runQueue = async (queue: readonly Measure[]): Promise<readonly Finding[]> => {
    const found: Finding[] = [];
    for (const measure of queue) found.push(...(await runInSubprocess(measure, { seed, write, out: values.out })));
    return found;
  };
  const apart = measures.filter(isApart);
  const queues = new Set(apart.map(({ queue }) => queue));
  const aside = Promise.all([...queues].map((name) => runQueue(apart.filter(({ queue }) => queue === name))));
  const inTurn = measures.filter((measure) => !isApart(measure));
  const findings = [
    ...(await runBattery({ measures: inTurn, seed, short: values.short, write })),
    ...(await aside).flat(),
  ];
  await writeFile(join(values.out, 'faults.json'), `${JSON.stringify(findings, null, 2)}\n`);
  write(`\n${table(findings)}`);
  const failed = findings.filter(({ pass }) => !pass);
  if (failed.length > 0) {
    const only = values.only === undefined ? '' : ` --only ${values.only}`;
    write(
      `\n${failed.length} of ${findings.length} failed. Again with: npm run faults -- --seed ${seed}${values.short ? ' --short' : ''}${only}`,
    );
    process.exitCode = 1;
  }
}
// Do not wait for deadlines that a measure left behind.
process.stdout.write('', () => process.exit());
