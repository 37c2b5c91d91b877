import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { treeOf } from '../../bench/process-tree';
import type { Program } from './programs';

const startWithinMs = 30_000;
const lookEveryMs = 50;

/** A folder of one start: home, settings and what an attack writes. Belongs to the ordinary user. */
export class StartFolder {
  readonly path: string;
  readonly #program: Program;

  constructor(program: Program) {
    this.#program = program;
    this.path = mkdtempSync(path.join(tmpdir(), 'sightline-harden-'));
    chmodSync(this.path, 0o755);
    mkdirSync(this.everydayProfile, { recursive: true });
    this.give();
  }

  /** Where the console keeps everything if no other folder is named. */
  get everydayProfile(): string {
    return path.join(this.path, 'config', 'Sightline');
  }

  /** A file that a successful attack writes. */
  get trace(): string {
    return path.join(this.path, 'trace');
  }

  hasTrace(): boolean {
    return existsSync(this.trace);
  }

  /** Gives what was added meanwhile to the user, too. */
  give(): void {
    this.#program.own(this.path);
  }

  discard(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export interface StartOptions {
  readonly folder: StartFolder;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Starts Electron without naming the application. */
  readonly isWithoutApp?: boolean;
}

/** The program from its start to its end, as seen from outside. */
export class Started {
  readonly child: ChildProcess;
  readonly #folder: StartFolder;
  #output = '';
  #code: number | null = null;
  #hasEnded = false;

  constructor(program: Program, { folder, args = [], environment = {}, isWithoutApp = false }: StartOptions) {
    this.#folder = folder;
    const inherited = Object.entries(process.env).filter(([name]) => !/^(?:NODE_|ELECTRON_|SIGHTLINE_)/u.test(name));
    this.child = spawn(program.executable, [...(isWithoutApp ? [] : program.app), ...args], {
      cwd: folder.path,
      env: {
        ...Object.fromEntries(inherited),
        ...program.environment,
        XDG_CONFIG_HOME: path.join(folder.path, 'config'),
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (bytes: Buffer) => {
        this.#output += bytes.toString('utf8');
      });
    }
    this.child.once('exit', (code) => {
      this.#code = code;
      this.#hasEnded = true;
    });
    this.child.once('error', () => {
      this.#hasEnded = true;
    });
  }

  get output(): string {
    return this.#output;
  }

  get exitCode(): number | null {
    return this.#code;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** The console and its processes; empty once it has ended. */
  get processes(): readonly number[] {
    return this.child.pid === undefined || this.#hasEnded ? [] : treeOf(this.child.pid);
  }

  /** What the console wrote to its log so far. */
  log(profile = this.#folder.everydayProfile): string {
    const file = path.join(profile, 'logs', 'sightline.log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** Whether the console is up, with a page; false if it ended before. */
  async isUp(profile?: string): Promise<boolean> {
    return this.until(() => this.isShown(profile));
  }

  /** Whether it is up at this moment. */
  isShown(profile?: string): boolean {
    return this.log(profile).includes('"phase":"running"') && this.#hasPage();
  }

  /** Looks again until it is so, the program has ended, or too much time has passed. */
  async until(condition: () => boolean, withinMs = startWithinMs): Promise<boolean> {
    const deadline = performance.now() + withinMs;
    for (;;) {
      if (condition()) return true;
      if (this.#hasEnded || performance.now() > deadline) return condition();
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }

  async stop(): Promise<void> {
    const { processes } = this;
    for (const pid of processes) end(pid);
    await this.until(() => this.#hasEnded, 5_000);
  }

  #hasPage(): boolean {
    return this.processes.some((pid) => commandOf(pid).includes('--type=renderer'));
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
