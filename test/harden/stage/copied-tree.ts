import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Guard, Protection } from './protection';

const checkout = fileURLToPath(new URL('../../../', import.meta.url));
const parts = ['main', 'preload', 'renderer', 'test', 'build', 'docs', 'package.json', 'vitest.config.ts', 'out/app'];

/** How many tests of a guard failed and passed; both are 0 if it did not even load. */
interface Outcome {
  readonly failed: number;
  readonly passed: number;
}

/** A copy of the checkout, in which protections are removed one by one. */
export class CopiedTree {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(): Promise<CopiedTree> {
    const folder = await mkdtemp(path.join(tmpdir(), 'sightline-protections-'));
    for (const part of parts) await cp(path.join(checkout, part), path.join(folder, part), { recursive: true });
    await symlink(path.join(checkout, 'node_modules'), path.join(folder, 'node_modules'));
    return new CopiedTree(folder);
  }

  /** Runs the guard of a protection without the protection. */
  async outcomeWithout({ file, find, replace, guard }: Protection): Promise<Outcome> {
    const edited = path.join(this.#folder, file);
    const original = await readFile(edited, 'utf8');
    try {
      await writeFile(
        edited,
        original.replace(find, () => replace),
      );
      if (guard.project === 'e2e') await this.#build();
      return await this.outcomeOf(guard);
    } finally {
      await writeFile(edited, original);
    }
  }

  async outcomeOf({ project, file, title }: Guard): Promise<Outcome> {
    const report = path.join(this.#folder, 'report.json');
    await rm(report, { force: true });
    const named = title === undefined ? [] : ['-t', title];
    await this.#run('node_modules/vitest/vitest.mjs', [
      ...['run', '--project', project, '--reporter=json', `--outputFile=${report}`],
      ...[file, ...named],
    ]);
    const counted = await readFile(report, 'utf8').then(
      (text) => JSON.parse(text) as { readonly numFailedTests: number; readonly numPassedTests: number },
      () => ({ numFailedTests: 0, numPassedTests: 0 }),
    );
    return { failed: counted.numFailedTests, passed: counted.numPassedTests };
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Of what runs in main only. */
  async #build(): Promise<void> {
    const code = await this.#run('node_modules/vite/bin/vite.js', ['build', '--config', 'build/vite/main.ts']);
    if (code !== 0) throw new Error('main could not be built without the protection');
  }

  #run(tool: string, args: readonly string[]): Promise<number | null> {
    const child = spawn(process.execPath, [path.join(this.#folder, tool), ...args], {
      cwd: this.#folder,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        SIGHTLINE_APP: path.join(this.#folder, 'out', 'app'),
        VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true',
      },
      stdio: 'ignore',
    });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
  }
}

/** Protections whose source text is not exactly once in its file, as "name in file". */
export async function protectionsThatDoNotFit(protections: readonly Protection[]): Promise<readonly string[]> {
  const counts = await Promise.all(
    protections.map(
      async ({ file, find }) => (await readFile(path.join(checkout, file), 'utf8')).split(find).length - 1,
    ),
  );
  return protections.filter((_, at) => counts[at] !== 1).map(({ name, file }) => `${name} in ${file}`);
}
