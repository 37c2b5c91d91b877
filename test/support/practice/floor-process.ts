import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '../electron/eventually';
import { freePort } from '../electron/free-port';
import { createControlClient, type RemoteControl } from './control-client';

const entry = fileURLToPath(new URL('../../../main/practice/cli.ts', import.meta.url));

export interface FloorProcessOptions {
  readonly agents?: number;
  readonly chats?: number;
  readonly rate?: number;
  readonly seed?: number;
}

/** A practice floor in a process of its own: it outlives a console, and its work delays nobody else's clock. */
export class FloorProcess {
  readonly url: string;
  readonly control: RemoteControl;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string, token: string) {
    this.#child = child;
    this.url = url;
    this.control = createControlClient(url, token);
  }

  static async start({ agents = 12, chats = 0, rate = 0, seed = 1 }: FloorProcessOptions = {}): Promise<FloorProcess> {
    const port = await freePort();
    const token = randomUUID();
    const options = { port, agents, chats, rate, seed: seed % 1_000_000, control: token };
    const flags = Object.entries(options).map(([name, value]) => `--${name}=${String(value)}`);
    const child = spawn(process.execPath, ['--import', 'tsx', entry, ...flags], { stdio: 'ignore' });
    const floor = new FloorProcess(child, `http://127.0.0.1:${String(port)}`, token);
    await eventually(
      'the practice floor replies',
      () => floor.control.people().catch(() => []),
      (people) => people.length > 0,
      30_000,
    );
    return floor;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}
