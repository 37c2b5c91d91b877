import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { table } from './battery';
import type { Finding } from './measure';

/** Options of a command that runs measures. */
export interface MeasureOptions {
  readonly seed: number;
  /** Names of measures; none means all. */
  readonly only: readonly string[];
  readonly short: boolean;
  readonly mutations: boolean;
  /** Folder of the findings. */
  readonly out: string;
}

export function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Reads the options of this process, draws a seed if none is given, and prints it. */
export function readMeasureOptions(title: string, defaultOut: string): MeasureOptions {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      only: { type: 'string' },
      short: { type: 'boolean', default: false },
      mutations: { type: 'boolean', default: false },
      out: { type: 'string', default: defaultOut },
    },
  });
  const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
  write(`${title}, seed ${seed}`);
  return { ...values, seed, only: values.only?.split(',') ?? [] };
}

/** Writes the findings as JSON and as a table. The process ends with 1 if a figure misses its goal. */
export async function closeMeasures(
  findings: readonly Finding[],
  { command, file, options }: { readonly command: string; readonly file: string; readonly options: MeasureOptions },
): Promise<void> {
  const { seed, short, only, out } = options;
  await mkdir(out, { recursive: true });
  await writeFile(path.join(out, file), `${JSON.stringify(findings, null, 2)}\n`);
  write(`\n${table(findings)}`);
  const failed = findings.filter(({ pass }) => !pass);
  if (failed.length === 0) return;
  const chosen = `${short ? ' --short' : ''}${only.length === 0 ? '' : ` --only ${only.join(',')}`}`;
  write(`\n${failed.length} of ${findings.length} failed. Again with: ${command} -- --seed ${seed}${chosen}`);
  process.exitCode = 1;
}
