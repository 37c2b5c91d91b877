/**
 * The bench: `npm run bench -- [--only name,...]`. Prints a table, writes `out/bench/bench.json`, and exits with 1 only if a measure did
 * not finish: a goal that is missed on this machine is a figure, not a failure. `--seed`, `--hours`, `--shifts`, `--chats` and `--minutes`
 * are for the long measures, which run only if they are named: `memory.day`, `year`, `memory.soak`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { columns, runMeasures } from '../faults/battery';
import { fits, measuresIn } from '../faults/registry';
import { growthChart } from './growth';
import type { BenchContext, BenchMeasure, BenchRow } from './measure';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    out: { type: 'string', default: join(checkout, 'out', 'bench') },
    seed: { type: 'string' },
    hours: { type: 'string' },
    shifts: { type: 'string' },
    chats: { type: 'string' },
    minutes: { type: 'string' },
  },
});
const wanted = [...(values.only?.split(',') ?? []), ...positionals];
const write = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const all = (await measuresIn<BenchMeasure>(new URL('./measures/', import.meta.url))).toSorted(
  (one, other) => one.order - other.order,
);
/** A row is wanted by its name too, so a measure runs if one of its rows could be it. */
const isWanted = ({ name, isOnRequest }: BenchMeasure): boolean =>
  isOnRequest === true
    ? wanted.includes(name)
    : wanted.length === 0 || wanted.some((one) => fits(name, one) || fits(one, name));
const measures = all.filter(isWanted);
if (measures.length === 0)
  throw new Error(`there is no such measure; these are: ${all.map(({ name }) => name).join(', ')}`);

write(`Bench on ${String(availableParallelism())} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}`);
const numberOf = (name: 'seed' | 'hours' | 'shifts' | 'chats' | 'minutes'): number | undefined => {
  const text = values[name];
  if (text === undefined) return undefined;
  if (!/^\d+$/u.test(text)) throw new Error(`--${name} takes a whole number, not ${text}`);
  return Number(text);
};
const context: Omit<BenchContext, 'report'> = {
  length: {
    ...{ seed: numberOf('seed'), hours: numberOf('hours'), shifts: numberOf('shifts') },
    ...{ chats: numberOf('chats'), minutes: numberOf('minutes') },
  },
  builtApp: join(checkout, 'out', 'app'),
  electronPath: process.env['SIGHTLINE_ELECTRON'] ?? '',
};
const rows = await runMeasures<BenchContext, BenchRow>({
  measures,
  contextOf: (report) => ({ ...context, report }),
  write,
  say: ({ name, value, unit }) => `${name}: ${String(value)} ${unit}`,
  unfinished: ({ name, goal }) => ({ name, value: null, unit: '', floor: null, ratio: null, goal, pass: false }),
});
if (rows.length > 0) {
  await mkdir(values.out, { recursive: true });
  await writeFile(join(values.out, 'bench.json'), `${JSON.stringify(rows, null, 2)}\n`);
  const chart = growthChart(rows);
  if (chart !== null) await writeFile(join(values.out, 'growth.svg'), chart);
  const text = (figure: number | null): string => (figure === null ? '-' : String(figure));
  const lines = rows.map(({ name, value, unit, floor, ratio, goal, pass, spread }) => [
    ...[name, text(value), unit, spread === undefined ? '-' : spread.join(' to '), text(floor), text(ratio), goal],
    pass ? 'met' : 'MISSED',
  ]);
  write(`\n${columns([['name', 'value', 'unit', 'rounds', 'floor', 'ratio', 'goal', ''], ...lines])}`);
}
// Do not wait for what a measure left behind.
process.stdout.write('', () => process.exit(rows.some(({ value }) => value === null) ? 1 : 0));
