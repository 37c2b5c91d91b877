import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { mutations, type Mutation } from './mutation-list';

export interface MutationOptions {
  readonly seed: number;
  /** Names of mutations; empty: all. */
  readonly only: readonly string[];
  readonly write: (line: string) => void;
}

const checkout = fileURLToPath(new URL('../../', import.meta.url));

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
      const found = await withMutation(copy, mutation, () => failuresOf(copy, mutation, seed));
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
  return onCopy((copy) => withMutation(copy, mutation, () => failuresOf(copy, mutation, seed)));
}

/** Works on a copy; the checkout stays unchanged. */
async function onCopy<T>(work: (copy: string) => Promise<T>): Promise<T> {
  const copy = await mkdtemp(join(tmpdir(), 'sightline-mutations-'));
  try {
    for (const part of ['main', 'preload', 'renderer', 'test', 'package.json', 'build']) {
      await cp(join(checkout, part), join(copy, part), { recursive: true });
    }
    await symlink(join(checkout, 'node_modules'), join(copy, 'node_modules'));
    return await work(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** Returns mutations whose source text no longer exists, as "name in file". */
export async function mutationsThatDoNotFit(): Promise<readonly string[]> {
  const unfit: string[] = [];
  for (const { name, edits } of mutations) {
    for (const { file, find } of edits) {
      if (!(await readFile(join(checkout, file), 'utf8')).includes(find)) unfit.push(`${name} in ${file}`);
    }
  }
  return unfit;
}

async function withMutation<T>(copy: string, { edits }: Mutation, work: () => Promise<T>): Promise<T> {
  const originals = new Map<string, string>();
  try {
    for (const { file, find, replace } of edits) {
      const path = join(copy, file);
      const text = await readFile(path, 'utf8');
      if (!originals.has(path)) originals.set(path, text);
      await writeFile(
        path,
        text.replace(find, () => replace),
      );
    }
    return await work();
  } finally {
    for (const [path, text] of originals) await writeFile(path, text);
  }
}

/** Returns the figures that missed their goal, with their values. */
async function failuresOf(copy: string, { measures }: Mutation, seed: number): Promise<readonly string[]> {
  const out = join(copy, 'out');
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
    const battery = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore' });
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
