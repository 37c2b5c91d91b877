import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A program of the desktop in a process of its own, which is ended by its id. */
export class DesktopProgram {
  readonly #child: ChildProcess;
  #output = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (bytes: Buffer) => (this.#output += bytes.toString('utf8')));
    }
    // A program that cannot start has an exit code, too; whoever waits for its effect reports it.
    child.on('error', () => undefined);
  }

  static start(
    command: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
    input = '',
  ): DesktopProgram {
    const env = { ...process.env, ...environment };
    const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    return new DesktopProgram(child);
  }

  /** What it printed so far. */
  get output(): string {
    return this.#output;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined;
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGKILL'): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill(signal);
    await ended;
  }
}
