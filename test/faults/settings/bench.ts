import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const checkout = fileURLToPath(new URL('../../../', import.meta.url));
/** The store resolves Electron's path without using it; without this value Electron would be downloaded. */
const environment = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' };

export interface Kill {
  readonly from: 'start' | 'firstWord';
  readonly afterMs: number;
}

/** The writer bundled as one file, so that hundreds of starts take a fraction of a second each, and a folder for its output. */
export class WriterBench {
  readonly folder: string;
  readonly #program: string;
  #folders = 0;

  private constructor(folder: string, program: string) {
    this.folder = folder;
    this.#program = program;
  }

  static async open(writer = new URL('writer.ts', import.meta.url)): Promise<WriterBench> {
    const folder = await mkdtemp(path.join(tmpdir(), 'sightline-writer-'));
    const outDir = path.join(checkout, 'out/faults', path.basename(folder));
    await build({
      configFile: false,
      logLevel: 'error',
      root: checkout,
      ssr: { noExternal: true, external: ['electron'] },
      build: {
        ssr: fileURLToPath(writer),
        outDir,
        rolldownOptions: { output: { entryFileNames: 'writer.mjs' } },
      },
    });
    return new WriterBench(folder, path.join(outDir, 'writer.mjs'));
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    await rm(path.dirname(this.#program), { recursive: true, force: true });
  }

  nextFolder(): string {
    this.#folders += 1;
    return path.join(this.folder, String(this.#folders));
  }

  command(...task: readonly string[]): readonly [string, ...string[]] {
    return [process.execPath, this.#program, ...task];
  }

  /** Returns its output until it ended or was killed. */
  async run(command: readonly string[], { kill, as }: { kill?: Kill; as?: number } = {}): Promise<readonly unknown[]> {
    const [program = '', ...words] = command;
    const user = as === undefined ? {} : { uid: as, gid: as };
    const child = spawn(program, words, { env: environment, stdio: ['ignore', 'pipe', 'pipe'], ...user });
    let text = '';
    let complaint = '';
    const timers: NodeJS.Timeout[] = [];
    const arm = (from: Kill['from']): void => {
      if (kill?.from === from && timers.length === 0)
        timers.push(setTimeout(() => child.kill('SIGKILL'), kill.afterMs));
    };
    child.once('spawn', () => {
      arm('start');
    });
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString('utf8');
      arm('firstWord');
    });
    child.stderr.on('data', (piece: Buffer) => {
      complaint += piece.toString('utf8');
    });
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    for (const timer of timers) clearTimeout(timer);
    if (code !== null && code !== 0) throw new Error(`the writer ended with ${code}: ${complaint.slice(-600)}`);
    // An incomplete line does not count.
    const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown);
  }
}
