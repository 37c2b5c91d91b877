import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { SourceCopy, timesFound } from '../../support/source-copy';
import type { Guard, Protection } from './protection';

/** What tests need beyond the sources; those of real windows run the built application. */
const more = ['docs', 'vitest.config.ts', 'out/app'];

/** How many tests of a guard failed and passed; both are 0 if it did not even load. */
interface Outcome {
  readonly failed: number;
  readonly passed: number;
}

/** A copy of the checkout, in which protections are removed one by one. */
export class CopiedTree {
  readonly #copy: SourceCopy;

  private constructor(copy: SourceCopy) {
    this.#copy = copy;
  }

  static async open(): Promise<CopiedTree> {
    return new CopiedTree(await SourceCopy.open(more));
  }

  /** Runs the guard of a protection without the protection. */
  outcomeWithout(protection: Protection): Promise<Outcome> {
    return this.#copy.edited([protection], async () => {
      if (protection.guard.project === 'e2e') await this.#build();
      return this.outcomeOf(protection.guard);
    });
  }

  async outcomeOf({ project, file, title }: Guard): Promise<Outcome> {
    const report = path.join(this.#copy.folder, 'report.json');
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

  close(): Promise<void> {
    return this.#copy.close();
  }

  /** Of what runs in main only. */
  async #build(): Promise<void> {
    const code = await this.#run('node_modules/vite/bin/vite.js', ['build', '--config', 'build/vite/main.ts']);
    if (code !== 0) throw new Error('main could not be built without the protection');
  }

  #run(tool: string, args: readonly string[]): Promise<number | null> {
    const child = spawn(process.execPath, [path.join(this.#copy.folder, tool), ...args], {
      cwd: this.#copy.folder,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        SIGHTLINE_APP: path.join(this.#copy.folder, 'out', 'app'),
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
  const counts = await Promise.all(protections.map(timesFound));
  return protections.filter((_, at) => counts[at] !== 1).map(({ name, file }) => `${name} in ${file}`);
}
