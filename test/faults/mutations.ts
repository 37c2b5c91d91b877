import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { SourceCopy, timesFound } from '../support/source-copy';
import { mutations, type Mutation } from './mutation-list';

export interface MutationOptions {
  readonly seed: number;
  /** Names of mutations; empty: all. */
  readonly only: readonly string[];
  readonly write: (line: string) => void;
}

/**
 * Proves that the battery can fail: after a clean pass, each protection is removed in a copy of the sources, and the short battery must
 * notice. A battery that crashes has not noticed. Returns whether all were caught.
 */
export async function runMutations({ seed, only, write }: MutationOptions): Promise<boolean> {
  const unfit = await mutationsThatDoNotFit();
  if (unfit.length > 0) throw new Error(`update these mutations: ${unfit.join(', ')}`);
  return onCopy(async (copy) => {
    const rows: string[] = [];
    let caught = 0;
    const chosen = mutations.filter(({ name }) => only.length === 0 || only.includes(name));
    const everything = {
      name: 'nothing',
      removes: 'nothing',
      edits: [],
      measures: [...new Set(chosen.flatMap(({ measures }) => measures))],
    };
    const failing = await failuresOf(copy, everything, seed);
    if (failing.length > 0)
      throw new Error(`with nothing taken out the battery must pass, and it misses: ${failing.join(', ')}`);
    write('with nothing taken out: passes');
    for (const mutation of chosen) {
      const found = await copy.edited(mutation.edits, () => failuresOf(copy, mutation, seed));
      if (found.length > 0) caught += 1;
      rows.push(
        `| ${mutation.name} | ${mutation.removes} | ${found.length > 0 ? found.join(', ') : '**not caught**'} |`,
      );
      write(`${mutation.name}: ${found.length > 0 ? `caught by ${found.join(', ')}` : 'NOT CAUGHT'}`);
    }
    write(`\n| protection | what is taken out | caught by |\n| --- | --- | --- |\n${rows.join('\n')}`);
    write(`\n${caught} of ${chosen.length} caught, seed ${seed}`);
    return caught === chosen.length;
  });
}

/** Removes one protection; returns the figures that missed their goal, with their values. */
export function failuresWith(mutation: Mutation, seed: number): Promise<readonly string[]> {
  return onCopy((copy) => copy.edited(mutation.edits, () => failuresOf(copy, mutation, seed)));
}

async function onCopy<T>(work: (copy: SourceCopy) => Promise<T>): Promise<T> {
  const copy = await SourceCopy.open();
  try {
    return await work(copy);
  } finally {
    await copy.close();
  }
}

/** Returns mutations whose source text no longer exists, as "name in file". */
export async function mutationsThatDoNotFit(): Promise<readonly string[]> {
  const unfit: string[] = [];
  for (const { name, edits } of mutations) {
    for (const edit of edits) if ((await timesFound(edit)) === 0) unfit.push(`${name} in ${edit.file}`);
  }
  return unfit;
}

/** Returns the figures that missed their goal, with their values. */
async function failuresOf({ folder }: SourceCopy, { measures }: Mutation, seed: number): Promise<readonly string[]> {
  const out = join(folder, 'out');
  await rm(out, { recursive: true, force: true });
  const args = [
    '--import',
    'tsx',
    'test/faults/run.ts',
    '--short',
    '--seed',
    String(seed),
    '--only',
    measures.join(),
    '--out',
    out,
  ];
  await new Promise<void>((resolve, reject) => {
    const battery = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
    battery.once('error', reject);
    battery.once('exit', () => resolve());
  });
  const findings = JSON.parse(await readFile(join(out, 'faults.json'), 'utf8')) as readonly {
    readonly name: string;
    readonly value: number | string;
    readonly pass: boolean;
  }[];
  if (findings.some(({ value }) => value === 'did not finish'))
    throw new Error(`the battery broke down: ${JSON.stringify(findings)}`);
  return findings.filter(({ pass }) => !pass).map(({ name, value }) => `${name} ${value}`);
}
